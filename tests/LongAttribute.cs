using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

/// <summary>
/// A test that builds whole trees, starts or kills a row of processes, or keeps both processors busy, which takes long. <c>eng/verify</c> runs it, and
/// those in a browser; a plain <c>dotnet test</c> says that they were skipped, so that it is quick enough to be run again and
/// again.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class LongAttribute : NUnitAttribute, IApplyToTest
{
    private const string Variable = "COUNTRIES_TEST_LONG";

    /// <summary>Why it is skipped.</summary>
    internal const string Reason = $"It takes long; eng/verify runs it. Set {Variable}=true.";

    /// <summary>Whether such tests are to run.</summary>
    internal static bool IsAskedFor => Environment.GetEnvironmentVariable(Variable) == "true";

    /// <summary>Skips the test, unless it is asked for.</summary>
    public void ApplyToTest(Test test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (IsAskedFor || test.RunState == RunState.NotRunnable)
            return;
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, Reason);
    }
}
