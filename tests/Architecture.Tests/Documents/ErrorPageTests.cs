using System.Text.RegularExpressions;
using Architecture.Tests.Testing;

namespace Architecture.Tests.Documents;

/// <summary>No failure can be made without a line on the page of errors.</summary>
[TestFixture]
internal sealed partial class ErrorPageTests
{
    private static readonly IReadOnlyList<ErrorEntry> Failures = ErrorCatalogue.Read();
    private static readonly IReadOnlyList<ProblemEntry> Problems = ErrorCatalogue.ReadProblems();

    [Test]
    public void The_page_of_errors_is_what_the_catalogues_say()
    {
        var page = new ErrorPage(Problems, Failures, ErrorCatalogue.ReadCodesByRule(Failures));

        GeneratedFile.MustBe("docs/errors.md", page.Markdown());
        GeneratedFile.MustBe("docs/errors.html", page.Html());
    }

    [Test]
    public void Every_failure_says_what_to_do() =>
        Assert.That(
            Failures.Where(entry => string.IsNullOrWhiteSpace(entry.Remedy)).Select(entry => entry.Code),
            Is.Empty
        );

    [Test]
    public void Codes_are_words_with_dots_and_no_two_failures_of_different_kinds_share_one()
    {
        Assert.That(Failures, Is.Not.Empty);
        Assert.That(Problems, Is.Not.Empty);
        Assert.That(
            Failures.Select(entry => entry.Code).Concat(Problems.Select(problem => problem.Code)),
            Has.All.Match(@"^(\{subject\}|[a-z][a-z0-9_]*)(\.[a-z][a-z0-9_]*)+$")
        );
        Assert.That(
            Failures
                .GroupBy(entry => entry.Code)
                .Where(same => same.Select(entry => entry.Kind).Distinct().Count() > 1),
            Is.Empty
        );
        Assert.That(Problems.Select(problem => problem.Code), Is.Unique);
    }

    [Test]
    public void What_a_value_object_says_stands_in_a_catalogue()
    {
        var codes = Failures.Select(entry => entry.Code).ToHashSet();
        var rules = Failures.Where(ErrorCatalogue.HasSubject).Select(ErrorCatalogue.RuleOf).ToHashSet();
        var said = ErrorCatalogue.FailuresOfValueObjects().Select(failure => failure.Code).Distinct().ToList();

        Assert.That(said, Has.Count.GreaterThan(10));
        Assert.That(
            said.Where(code => !codes.Contains(code) && !rules.Contains(code[(code.LastIndexOf('.') + 1)..])),
            Is.Empty
        );
    }

    [Test]
    public void A_failure_is_made_in_a_catalogue_and_nowhere_else()
    {
        var files = Solution.Files("src", ".cs");

        Assert.That(files.SelectMany(file => MadeIn(File.ReadAllText(file))), Is.Not.Empty);
        Assert.That(
            files
                .SelectMany(file => MadeIn(File.ReadAllText(file)).Select(type => $"{Solution.Relative(file)}: {type}"))
                // What an adapter finds is an entry of its own sort, and makes its errors itself.
                .Where(made =>
                    !made.EndsWith("Errors", StringComparison.Ordinal)
                    && !made.EndsWith(": ProblemCode", StringComparison.Ordinal)
                ),
            Is.Empty
        );
    }

    [TestCase("class Name { x = new Failure(code, kind, words); }")]
    [TestCase("class Name { Failure x = new(\"a.b\", FailureKind.Invalid, words); }")]
    [TestCase("class Name { x = Error.Validation(code, words); }")]
    [TestCase("class Name { x = Errors.Invalid(\"a.b\", field, words); }")]
    [TestCase("class NameErrors { } class Name { x = Error.NotFound(code); }")]
    public void A_planted_failure_is_found(string text) => Assert.That(MadeIn(text), Is.EqualTo(new[] { "Name" }));

    /// <summary>The types in which failures are made: the last one that is declared before each.</summary>
    private static IEnumerable<string> MadeIn(string text)
    {
        var types = Declaration().Matches(text);
        return Making()
            .Matches(text)
            .Select(made => types.Last(type => type.Index < made.Index).Groups["name"].Value)
            .Distinct();
    }

    [GeneratedRegex(@"\b(class|record|struct)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"\bnew Failure\(|\bFailureKind\.\w+,|\bErrors\.Invalid\(|\bError\.(Validation|NotFound|Conflict|Custom|Failure|Unauthorized|Forbidden|Unexpected)\("
    )]
    private static partial Regex Making();
}
