using System.Text.Json.Nodes;

namespace Api.Tests.RestCountries;

/// <summary>The same requests to this service and to a program that answers as the closed one did.</summary>
[TestFixture]
internal sealed class DifferentialTests : RestCountriesFixture
{
    private static readonly string Approved = Oracle.Beside("approved-requests.txt");

    private static readonly string[] Codes =
        "ch CHE 756 SUI de DEU 276 GER us USA 840 gb GBR xk UNK aq ATA va vat zz zzz 999 a abcd BRN BHR CODES=ch c%20h %C3%A9a".Split(
            ' '
        );

    private static readonly (string Path, string[] Texts)[] Searches =
    [
        (
            "name",
            [
                "peru",
                "PERU",
                "germany",
                "united",
                "guinea",
                "island",
                "republic of",
                "swiss",
                "eesti",
                "日本",
                "Россия",
                "zzz",
                "niger",
                "congo",
                "korea",
                "saint",
                "%",
                "st.",
                "united states of america",
                "ivory coast",
                "côte",
            ]
        ),
        (
            "name?fullText=true",
            ["peru", "Peru", "Republic of Peru", "niger", "united states", "zzz", "guinea", "aruba", "per"]
        ),
        (
            "currency",
            ["eur", "EUR", "usd", "chf", "franc", "dollar", "pound", "peso", "rupee", "zzz", "xof", "XCD", "yen", "inr"]
        ),
        (
            "lang",
            [
                "spa",
                "SPA",
                "spanish",
                "german",
                "deu",
                "eng",
                "French",
                "portuguese",
                "arabic",
                "swahili",
                "zzz",
                "ger",
                "kor",
            ]
        ),
        (
            "capital",
            [
                "bern",
                "BERN",
                "lima",
                "san",
                "asunción",
                "asuncion",
                "bogotá",
                "port",
                "washington",
                "zzz",
                "tallinn",
                "brasília",
            ]
        ),
        (
            "region",
            [
                "europe",
                "EUROPE",
                "asia",
                "americas",
                "africa",
                "oceania",
                "antarctic",
                "eur",
                "western europe",
                "caribbean",
                "polar",
                "zzz",
            ]
        ),
        (
            "subregion",
            [
                "europe",
                "western europe",
                "south",
                "Southeast Europe",
                "central",
                "polynesia",
                "north america",
                "caribbean",
                "zzz",
            ]
        ),
        (
            "translation",
            ["germany", "deutschland", "alemania", "Saksa", "ألمانيا", "독일", "德国", "schweiz", "zzz", "perou"]
        ),
        ("demonym", ["peruvian", "PERUVIAN", "german", "swiss", "péruvienne", "zzz", "kenyan", "brazilian"]),
    ];

    private static readonly string[] Fields =
    [
        "",
        "fields=cca3",
        "fields=name,cca3,",
        "fields=nonsense",
        "fields=cca3,borders,gini,idd",
    ];

    private static IEnumerable<string> Requests =>
        [
            .. Fields[1..].Select(fields => $"/v3.1/all?{fields}"),
            .. Codes.SelectMany(code => Fields.Select(fields => $"/v3.1/alpha/{code}?{fields}")),
            .. new[]
            {
                "",
                "codes=",
                "codes=c",
                "codes=ch",
                "codes=ch,de,ch",
                "codes=CHE,276,zz",
                "codes=zz,yy",
                "codes=abcd",
                "codes=,ch",
                "codes=ch,",
            }.SelectMany(codes => Fields[..2].Select(fields => $"/v3.1/alpha?{codes}&{fields}")),
            .. Searches.SelectMany(search =>
                search.Texts.SelectMany(text => Fields[..2].Select(fields => Search(search.Path, text, fields)))
            ),
            .. new[] { "", "status=true", "status=false", "status=TRUE", "status=x" }.Select(status =>
                $"/v3.1/independent?{status}&fields=cca3"
            ),
            "/v3.1",
            "/v3.1/nonsense",
            "/v3.1/name",
            "/v3.1/lang/",
            "/v3.1/all/?fields=cca3",
            "/v3.1/name/peru/?fields=cca3",
            "/v3.1/alpha/ch/",
        ];

    [Test]
    [Long]
    public async Task Both_answer_the_same_but_for_listed_differences()
    {
        using var oracle = await Oracle.StartAsync(Client);
        var wanted = WantedDifferences.Read();
        var (answers, unlisted) = (new List<string>(), new List<string>());
        foreach (var request in Requests)
        {
            var ours = await SummaryAsync(Client.BaseAddress!, request);
            answers.Add($"{request} -> {ours}");
            if (oracle is null)
                continue;
            var theirs = await SummaryAsync(oracle.Address, request);
            if (ours != theirs && !wanted.Covers($"GET {request[..End(request)].TrimEnd('?', '&')}", "*"))
                unlisted.Add($"{request}\n  ours   {ours}\n  theirs {theirs}");
        }
        if (Oracle.Approving)
            await File.WriteAllLinesAsync(Approved, answers);

        Assert.Multiple(() =>
        {
            Assert.That(answers, Has.Count.GreaterThanOrEqualTo(300));
            Assert.That(answers, Is.EqualTo(File.ReadAllLines(Approved)));
            Assert.That(unlisted, Is.Empty, string.Join('\n', unlisted));
            if (oracle is not null)
                Assert.That(wanted.UnusedRequests(), Is.Empty, "a listed difference that there is not");
        });
    }

    private static string Search(string path, string text, string fields)
    {
        var parts = path.Split('?');
        return $"/v3.1/{parts[0]}/{Uri.EscapeDataString(text)}?{(parts.Length > 1 ? parts[1] + "&" : "")}{fields}";
    }

    /// <summary>A difference does not depend on the fields.</summary>
    private static int End(string request) =>
        request.IndexOf("fields=", StringComparison.Ordinal) is >= 0 and var at ? at : request.Length;

    /// <summary>The status, the shape, which countries in no order, and which members the first one has where fields were named.</summary>
    private async Task<string> SummaryAsync(Uri address, string request)
    {
        using var answer = await Client.GetAsync(new Uri(address, request));
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            return $"{(int)answer.StatusCode} {text}";
        var body = JsonNode.Parse(text)!;
        var countries = body is JsonArray list ? [.. list.Select(c => c!.AsObject())] : new[] { body.AsObject() };
        var shape = body is JsonArray ? "list" : "bare";
        var codes = string.Join(' ', countries.Select(c => (string?)c["cca3"] ?? "-").Order(StringComparer.Ordinal));
        var members = request.Contains("fields=", StringComparison.Ordinal)
            ? string.Join(',', countries[0].Select(member => member.Key).Order(StringComparer.Ordinal))
            : "";
        return $"200 {shape} {codes} {{{members}}}";
    }
}
