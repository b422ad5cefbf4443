using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Api.Tests.Seed;

/// <summary>Whatever is posted, the service refuses it with a reason or keeps it so that every format can show it.</summary>
[TestFixture]
internal sealed partial class NaughtyInputTests : SeedFixture
{
    private static readonly string[] Ours =
    [
        .. "html head meta title link body header nav ol li a main h1 h2 p div span section pre b".Split(' '),
        .. "details summary form label input button footer img bdi".Split(' '),
    ];

    private readonly List<(string Label, string Member, int Status, string Body)> answers = [];

    [OneTimeSetUp]
    public async Task Post_them_all_in_both_members()
    {
        var number = 0;
        foreach (var (label, text) in NaughtyStrings.All)
        {
            var json = Escaped(text);
            await PostOneAsync(label, "country_name", Body(json, "\"Shell\""));
            await PostOneAsync(label, "local_currency", Body($"\"Naughty {number++}\"", json));
        }
    }

    [Test]
    public void There_are_at_least_60_of_them() => Assert.That(NaughtyStrings.All, Has.Count.GreaterThanOrEqualTo(60));

    [Test]
    public void Each_is_kept_or_refused_with_a_reason_for_its_member() =>
        Assert.Multiple(() =>
        {
            foreach (var (label, member, status, body) in answers)
            {
                Assert.That(status, Is.EqualTo(201).Or.EqualTo(400), $"{label} in {member}");
                if (status == 400)
                    Assert.That(body, Does.Match($$"""^\{"{{member}}":\["[^"]+"(,"[^"]+")*\]\}$"""), label);
            }
        });

    [TestCase("NUL", "Null characters are not allowed.")]
    [TestCase("high surrogate", "Surrogate characters are not allowed: U+D800.")]
    [TestCase("surrogates in the wrong order", "Surrogate characters are not allowed: U+DC00.")]
    [TestCase("Ogham space only", "This field may not be blank.")]
    [TestCase("very long", "Ensure this field has no more than 100 characters.")]
    public void These_are_refused_in_the_seeds_words(string label, string sentence) =>
        Assert.That(
            answers.Where(answer => answer.Label == label).Select(answer => answer.Body),
            Has.Exactly(2).Contains($"[\"{sentence}\"]")
        );

    [TestCase("Hebrew")]
    [TestCase("emoji ZWJ")]
    [TestCase("SQL quote")]
    [TestCase("script")]
    [TestCase("CR LF inside")]
    [TestCase("CSV quotes and commas")]
    [TestCase("Turkish i")]
    public void Unusual_but_harmless_texts_are_accepted(string label) =>
        Assert.That(answers.Where(answer => answer.Label == label).Select(a => a.Status), Is.EqualTo([201, 201]));

    [Test]
    public async Task The_list_holds_what_was_echoed_in_its_order()
    {
        var echoed = answers
            .Where(answer => answer.Status == 201)
            .Select(answer => PairOf(JsonNode.Parse(answer.Body)!));

        Assert.That((await ListAsync()).Skip(250), Is.EqualTo(echoed));
    }

    [Test]
    public async Task The_XML_list_holds_the_same_texts()
    {
        var root = Answers.Xml(await GetAsync("application/xml").MustBeAsync(200));

        Assert.That(
            root.Elements()
                .Select(item => (item.Element("country_name")!.Value, item.Element("local_currency")!.Value)),
            Is.EqualTo(await ListAsync())
        );
    }

    [Test]
    public async Task The_CSV_list_holds_the_same_texts_and_no_formula()
    {
        using var csv = new CsvParser(
            new StringReader(await GetAsync("text/csv").MustBeAsync(200)),
            CultureInfo.InvariantCulture
        );
        var rows = new List<(string Name, string Currency)>();
        while (await csv.ReadAsync())
            rows.Add((csv.Record!.Length == 2 ? csv[0] : "not two cells", csv[1]));

        var list = await ListAsync();
        Assert.That(rows, Has.Count.EqualTo(list.Count + 1));
        Assert.Multiple(() =>
        {
            foreach (var (row, country) in rows.Skip(1).Zip(list))
            {
                Assert.That(row.Name, Is.EqualTo(Cell(country.Name)));
                Assert.That(row.Currency, Is.EqualTo(Cell(country.Currency)));
            }
        });
    }

    [Test]
    public async Task The_page_shows_them_as_text_and_nothing_of_them_as_markup()
    {
        var page = await GetAsync(Browser).MustBeAsync(200);
        var elements = Elements().Matches(page).Select(tag => tag.Groups[1].Value).Distinct();

        Assert.That(elements, Is.SubsetOf(Ours));
        Assert.That(page, Does.Not.Match("<[^>]*\\son[a-z]+="));
        var text = WebUtility.HtmlDecode(page);
        Assert.That(text, Does.Contain("<script>alert(1)</script>"));
    }

    [Test]
    public async Task The_page_of_a_failed_form_shows_them_as_text_too()
    {
        foreach (var text in NaughtyStrings.All.Values.Where(text => text.Length < 200 && !text.Contains('\0')))
        {
            using var form = new FormUrlEncodedContent([new("country_name", text), new("local_currency", "")]);
            var page = await PostAsync(form, Browser).MustBeAsync(400);

            Assert.That(
                Elements().Matches(page).Select(tag => tag.Groups[1].Value).Distinct(),
                Is.SubsetOf(Ours),
                text
            );
            Assert.That(AttributeValues().Replace(page, ""), Does.Not.Match("<[^>]*\\son[a-z]+"), text);
        }
    }

    private async Task PostOneAsync(string label, string member, string json)
    {
        using var answer = await PostAsync(json);
        answers.Add((label, member, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private static (string, string) PairOf(JsonNode node) =>
        ((string)node["country_name"]!, (string)node["local_currency"]!);

    /// <summary>The text in a CSV cell: a spreadsheet must not take it for a formula.</summary>
    private static string Cell(string text) => text[0] is '=' or '+' or '-' or '@' ? $"'{text}" : text;

    /// <summary>The text as JSON in which every character is escaped, so that half a surrogate pair can be said.</summary>
    private static string Escaped(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
            json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        return json.Append('"').ToString();
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex AttributeValues();

    [GeneratedRegex("<([a-zA-Z][^\\s/>]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Elements();
}
