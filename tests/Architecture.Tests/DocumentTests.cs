using System.Text.RegularExpressions;
using Architecture.Tests.Testing;

namespace Architecture.Tests;

/// <summary>Documents that cannot lie: what they name must exist.</summary>
[TestFixture]
internal sealed partial class DocumentTests
{
    private const string HeldBy = "Held by:";

    [Test]
    public void Every_decision_names_a_test_that_exists()
    {
        var decisions = Directory
            .GetFiles(Path.Combine(Solution.Root, "docs", "adr"), "*.md")
            .Where(file => Path.GetFileName(file) != "README.md")
            .ToList();
        var tests = ReadTests();

        Assert.That(decisions, Is.Not.Empty);
        Assert.That(
            decisions.SelectMany(file => FaultsIn(Path.GetFileName(file), File.ReadAllText(file), tests)),
            Is.Empty
        );
    }

    [TestCase("0001-layers.md", "# Layers\n", "0001-layers.md names no test")]
    [TestCase("0001-layers.md", "Held by:\n", "0001-layers.md names no test")]
    [TestCase("0001-layers.md", "Held by: GoneTests", "0001-layers.md: there is no GoneTests")]
    [TestCase("0001-layers.md", "Held by: A, A.Gone", "0001-layers.md: there is no A.Gone")]
    [TestCase("layers.md", "Held by: A", "layers.md is not named NNNN-title.md")]
    public void A_planted_decision_is_found(string name, string text, string fault) =>
        Assert.That(FaultsIn(name, text, ["A", "A.One"]), Is.EqualTo(new[] { fault }));

    [TestCase("Held by: A")]
    [TestCase("# Title\n\nHeld by: `A.One`, A.\n")]
    public void A_decision_that_names_its_tests_is_right(string text) =>
        Assert.That(FaultsIn("0001-layers.md", text, ["A", "A.One"]), Is.Empty);

    [Test]
    public void Every_package_is_named_with_its_reason()
    {
        var packages = Solution
            .ReadXml("Directory.Packages.props")
            .Descendants()
            .Where(element => element.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
            .Select(element => element.Attribute("Include")!.Value)
            .ToList();
        var document = File.ReadAllText(Path.Combine(Solution.Root, "docs", "dependencies.md"));

        Assert.That(packages, Is.Not.Empty);
        Assert.That(Unnamed(["Planted.Package", .. packages], document), Is.EqualTo(new[] { "Planted.Package" }));
    }

    [Test]
    public void A_package_is_not_named_by_a_longer_name() =>
        Assert.That(
            Unnamed(["Npgsql", "NUnit"], "Npgsql.EntityFrameworkCore and `NUnit`."),
            Is.EqualTo(new[] { "Npgsql" })
        );

    [Test]
    public void Code_that_a_guide_shows_stands_in_the_file_that_it_names()
    {
        var blocks = Directory
            .GetFiles(Path.Combine(Solution.Root, "docs", "guides"), "*.md")
            .SelectMany(file => NamedCode().Matches(File.ReadAllText(file)))
            .Select(block => (File: block.Groups["file"].Value, Code: block.Groups["code"].Value))
            .ToList();

        Assert.That(blocks, Is.Not.Empty);
        Assert.That(StandsIn(File.ReadAllText(Path.Combine(Solution.Root, blocks[0].File)), "Planted()"), Is.False);
        Assert.That(
            blocks.Where(block => !StandsIn(File.ReadAllText(Path.Combine(Solution.Root, block.File)), block.Code)),
            Is.Empty
        );
    }

    [Test]
    public void The_backup_in_the_guide_takes_the_database_of_every_module()
    {
        var guide = File.ReadAllText(Path.Combine(Solution.Root, "docs/guides/operate.md"));
        var backup = guide[guide.IndexOf("## Back up", StringComparison.Ordinal)..];
        backup = backup[..backup.IndexOf("### PostgreSQL", StringComparison.Ordinal)];

        Assert.That(backup, Does.Contain("for file in storage/*.db"));
        Assert.That(
            Regex.Matches(backup, @"/\w+\.db").Select(match => match.Value),
            Is.Empty,
            "one that is named leaves others out"
        );
    }

    /// <summary>Line ends and indents do not count.</summary>
    private static bool StandsIn(string text, string code) =>
        Spaces().Replace(text, " ").Contains(Spaces().Replace(code, " ").Trim(), StringComparison.Ordinal);

    private static IEnumerable<string> Unnamed(IEnumerable<string> packages, string document) =>
        packages.Where(package => !Regex.IsMatch(document, $@"(?<![\w.]){Regex.Escape(package)}(?!\w|\.\w)"));

    private static IEnumerable<string> FaultsIn(string name, string text, IReadOnlyCollection<string> tests)
    {
        if (!DecisionName().IsMatch(name))
            return [$"{name} is not named NNNN-title.md"];
        var named = text.Split('\n')
            .Where(line => line.StartsWith(HeldBy, StringComparison.Ordinal))
            .SelectMany(line => line[HeldBy.Length..].Split(','))
            .Select(test => test.Trim(' ', '`', '.', '\r'))
            .Where(test => test.Length > 0)
            .ToList();
        return named.Count == 0
            ? [$"{name} names no test"]
            : named.Where(test => !tests.Contains(test)).Select(test => $"{name}: there is no {test}");
    }

    /// <summary>The tests as <c>Class</c> and <c>Class.Name</c>, read from the source, since not all of them are built here.</summary>
    private static HashSet<string> ReadTests()
    {
        var tests = new HashSet<string>();
        foreach (var text in Solution.Files("tests", ".cs").Select(File.ReadAllText))
        {
            string? fixture = null;
            foreach (Match match in FixtureOrTest().Matches(text))
            {
                if (match.Groups["class"].Success)
                    tests.Add(fixture = match.Groups["class"].Value);
                else if (fixture is not null)
                    tests.Add($"{fixture}.{match.Groups["test"].Value}");
            }
        }
        return tests;
    }

    [GeneratedRegex(@"```csharp\n// (?<file>(src|tests)/\S+)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex NamedCode();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex DecisionName();

    [GeneratedRegex(@"\bclass (?<class>\w+Tests)\b|\bpublic (async )?(void|Task) (?<test>\w+)\(")]
    private static partial Regex FixtureOrTest();
}
