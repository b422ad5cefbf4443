using System.Text.RegularExpressions;
using Architecture.Tests.Testing;

namespace Architecture.Tests;

/// <summary>What no compiler forbids and no reader wants to find.</summary>
[TestFixture]
internal sealed partial class SourceTextTests
{
    private const int MaxLines = 300;

    [Test]
    public void No_source_file_is_too_long_silences_a_warning_writes_to_the_console_or_leaves_work_for_later()
    {
        var files = Solution
            .Files("src", ".cs", ".razor", ".css")
            .Where(file =>
                !file.Split(Path.DirectorySeparatorChar).Any(part => part is "Migrations" or "CompiledModels")
            )
            .ToList();

        Assert.That(files, Is.Not.Empty);
        Assert.That(
            files.SelectMany(file => FaultsIn(File.ReadAllText(file)).Select(f => $"{Solution.Relative(file)}: {f}")),
            Is.Empty
        );
    }

    [TestCase("#pragma warning disable CA1822")]
    [TestCase("    # pragma  warning  disable")]
    [TestCase("// TODO: later")]
    [TestCase("// FIXME")]
    [TestCase("Console.WriteLine(\"here\");")]
    public void A_planted_line_is_found(string line) => Assert.That(FaultsIn($"class A {{\n{line}\n}}"), Is.Not.Empty);

    [Test]
    public void A_planted_file_of_301_lines_is_found()
    {
        Assert.That(FaultsIn(string.Concat(Enumerable.Repeat("\n", MaxLines))), Is.Empty);
        Assert.That(FaultsIn(string.Concat(Enumerable.Repeat("\n", MaxLines + 1))), Is.Not.Empty);
    }

    private static IEnumerable<string> FaultsIn(string text)
    {
        var lines = text.Split('\n').Length - 1;
        if (lines > MaxLines)
            yield return $"{lines} lines";
        foreach (Match match in Unwanted().Matches(text))
            yield return match.Value;
    }

    [GeneratedRegex(@"#\s*pragma\s+warning\s+disable|\b(TODO|FIXME|HACK)\b|\bConsole\.Write(Line)?\(")]
    private static partial Regex Unwanted();
}
