using System.Reflection;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Model = ArchUnitNET.Domain.Architecture;

namespace Architecture.Tests.Testing;

/// <summary>Everything that the code depends on, read from the assemblies, method bodies included.</summary>
internal static class Dependencies
{
    private static readonly Lazy<Model> Model = new(() =>
        new ArchLoader()
            .LoadAssemblies([
                .. Solution.Layers.SelectMany(Solution.AssembliesOf),
                Assembly.Load("Shared.Domain"),
                Assembly.Load("Shared.Application"),
                typeof(Dependencies).Assembly,
            ])
            .Build()
    );

    /// <summary>What breaks a rule. A rule that is about no type is broken.</summary>
    public static IReadOnlyList<string> Broken(IArchRule rule) =>
        [.. rule.Evaluate(Model.Value).Where(result => !result.Passed).Select(result => result.Description)];
}
