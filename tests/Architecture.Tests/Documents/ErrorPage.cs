using System.Globalization;
using System.Net;
using System.Text;
using Shared.Domain;

namespace Architecture.Tests.Documents;

/// <summary>The page of errors, in the two forms in which it is read: beside the code, and from the running service.</summary>
/// <param name="problems">What adapters find.</param>
/// <param name="failures">The entries of the catalogues.</param>
/// <param name="codesByRule">The codes of what begins with a subject.</param>
internal sealed class ErrorPage(
    IReadOnlyList<ProblemEntry> problems,
    IReadOnlyList<ErrorEntry> failures,
    ILookup<string, string> codesByRule
)
{
    private const string Intro =
        "Each problem (RFC 9457) has a stable `code`; the codes of all that is wrong stand in `errors`, each with the "
        + "`field` at fault and, for an unknown value, the `nearest` known one. A code never changes its meaning, so "
        + "programs may branch on it; sentences may change. What stands in braces is filled in. The status is that of "
        + "the native API; commands of the host say code and sentence.";

    private static readonly string[] Columns = ["code", "status", "sentence", "what to do"];

    /// <summary>The page in Markdown.</summary>
    public string Markdown()
    {
        var text = new StringBuilder();
        text.Append("# Errors\n\n<!-- Made from the code by eng/documents. -->\n\n").Append(Intro).Append('\n');
        foreach (var (title, words, rows) in Sections())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {title}\n\n{words}\n\n| {string.Join(" | ", Columns)} |\n|---|---|---|---|\n"
            );
            foreach (var row in rows)
            {
                var codes = string.Join(", ", row.Codes.Select(code => $"`{code}`"));
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {codes} | {row.Status} | {Cell(row.Sentence)} | {Cell(row.Remedy)} |\n"
                );
            }
        }
        return text.ToString();
    }

    /// <summary>The content of the page in HTML; each code is an anchor.</summary>
    public string Html()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<h1>Errors</h1>\n<p>{WithCode(Intro)}</p>\n");
        foreach (var (title, words, rows) in Sections())
        {
            var heads = string.Concat(Columns.Select(column => $"<th scope=\"col\">{column}</th>"));
            text.Append(
                CultureInfo.InvariantCulture,
                $"<h2>{title}</h2>\n<p>{WithCode(words)}</p>\n<div class=\"table\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
            );
            foreach (var row in rows)
            {
                var codes = string.Join(
                    "<br>",
                    row.Codes.Select(code => $"<code id=\"{Encode(code)}\">{Encode(code)}</code>")
                );
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>{codes}</td><td>{row.Status}</td><td>{Encode(row.Sentence)}</td><td>{WithCode(row.Remedy)}</td></tr>\n"
                );
            }
            text.Append("</tbody>\n</table>\n</div>\n");
        }
        return text.ToString();
    }

    private IEnumerable<(string Title, string Words, IReadOnlyList<Row> Rows)> Sections()
    {
        yield return (
            "Of HTTP",
            "What is found before a use case is asked.",
            [.. problems.Select(p => new Row([p.Code], p.Status, p.Sentence, p.Remedy))]
        );
        yield return (
            "Of members",
            "What a member must keep to. The code begins with the path of the member, without numbers and in small letters, and ends with the rule: `country.capitals.name.too_long`.",
            [
                .. failures
                    .Where(ErrorCatalogue.HasSubject)
                    .GroupBy(ErrorCatalogue.RuleOf)
                    .SelectMany(rule => RowsOf(rule, [rule.Key, .. codesByRule[rule.Key]])),
            ]
        );
        foreach (
            var subject in failures
                .Where(entry => !ErrorCatalogue.HasSubject(entry))
                .GroupBy(entry => entry.Code.Split('.')[0])
        )
            yield return (
                $"Of {subject.Key.Replace('_', ' ')}",
                $"Codes that begin with `{subject.Key}`.",
                [.. subject.GroupBy(entry => entry.Code).SelectMany(code => RowsOf(code, [code.Key]))]
            );
    }

    /// <summary>A row for each sentence of some codes; the first one names them.</summary>
    private static IEnumerable<Row> RowsOf(IEnumerable<ErrorEntry> entries, IReadOnlyList<string> codes) =>
        entries
            // Two modules may say the same of one thing.
            .DistinctBy(entry => (entry.Sentence, entry.Remedy))
            .Select((entry, i) => new Row(i == 0 ? codes : [], StatusOf(entry), entry.Sentence, entry.Remedy ?? ""));

    /// <summary>What the native API answers; what is wrong with a body is 422, with an address 400.</summary>
    private static int StatusOf(ErrorEntry entry) =>
        entry.Kind switch
        {
            _ when entry.Waits => 429,
            FailureKind.NotFound => 404,
            FailureKind.Conflict => 409,
            _ => entry.Code.StartsWith("query.", StringComparison.Ordinal) ? 400 : 422,
        };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What stands between two backticks is code.</summary>
    private static string WithCode(string text) =>
        string.Concat(Encode(text).Split('`').Select((part, i) => i % 2 == 1 ? $"<code>{part}</code>" : part));

    private sealed record Row(IReadOnlyList<string> Codes, int Status, string Sentence, string Remedy);
}
