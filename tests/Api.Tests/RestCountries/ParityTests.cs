using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Api.Tests.RestCountries;

/// <summary>Every member of every country, against the last data of the closed service and against what was approved.</summary>
[TestFixture]
internal sealed class ParityTests : RestCountriesFixture
{
    private static readonly string[] Named =
    [
        "name",
        "tld",
        "cca2",
        "ccn3",
        "cca3",
        "cioc",
        "fifa",
        "independent",
        "status",
        "unMember",
        "currencies",
        "idd",
        "capital",
        "region",
        "subregion",
        "continents",
        "languages",
        "translations",
        "latlng",
        "landlocked",
        "borders",
        "area",
        "flags",
        "population",
        "maps",
        "car",
        "timezones",
    ];

    private static readonly string Approved = Oracle.Beside("approved-answers.json");

    [Test]
    public async Task What_is_said_of_a_country_changes_only_with_its_approval()
    {
        var countries = (await ReadAsync("/all")).AsArray();
        var digests = countries.ToDictionary(
            country => (string)country!["cca3"]!,
            country => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(country!.ToJsonString())))[..16]
        );
        if (Oracle.Approving)
            await File.WriteAllTextAsync(
                Approved,
                JsonSerializer.Serialize(digests, JsonSerializerOptions.Web).Replace(",", ",\n") + "\n"
            );
        var approved = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(Approved))!;

        Assert.That(
            digests.Except(approved).Select(changed => changed.Key),
            Is.Empty,
            "If the change is right: COUNTRIES_TEST_APPROVE=true dotnet test --project tests/Api.Tests"
        );
        Assert.That(approved.Keys, Is.EquivalentTo(digests.Keys));
    }

    [Test]
    public async Task Only_listed_differences_from_the_old_data_exist_and_97_of_100_facts_agree()
    {
        // Without the old data the answers are held by the approved digests above.
        if (Oracle.Data is not { } data)
            return;
        var old = JsonNode.Parse(await File.ReadAllTextAsync(data))!.AsArray();
        var fields = old.SelectMany(country => country!.AsObject()).Select(member => member.Key).Distinct().ToList();
        var ours = (await ReadAsync($"/all?fields={string.Join(',', fields)}"))
            .AsArray()
            .ToDictionary(country => (string)country!["cca3"]!);
        var wanted = WantedDifferences.Read();
        var shares = fields.ToDictionary(field => field, _ => new List<double>());
        var words = (Agree: 0, All: 0);
        var unlisted = new List<string>();

        foreach (var country in old)
        {
            var code = (string)country!["cca3"]!;
            foreach (var field in fields)
            {
                var (mine, theirs) = (Fact.Of(field, ours[code]![field]), Fact.Of(field, country[field]));
                var (agree, all) = (0, 0);
                foreach (var path in mine.Keys.Union(theirs.Keys))
                {
                    var fact = mine.GetValueOrDefault(path) ?? theirs[path];
                    if (fact.NeedsBoth && !(mine.ContainsKey(path) && theirs.ContainsKey(path)))
                        continue;
                    var agrees =
                        mine.TryGetValue(path, out var one)
                        && theirs.TryGetValue(path, out var other)
                        && one.Agrees(other);
                    if (!agrees && !wanted.Covers(fact.Kind, code))
                        unlisted.Add(
                            $"{fact.Kind};{code} {path}: '{mine.GetValueOrDefault(path)?.Value}', not '{theirs.GetValueOrDefault(path)?.Value}'"
                        );
                    if (fact.IsWord)
                        words = (words.Agree + (agrees ? 1 : 0), words.All + 1);
                    else
                        (agree, all) = (agree + (agrees ? 1 : 0), all + 1);
                }
                shares[field].Add(all == 0 ? 1 : (double)agree / all);
            }
        }
        foreach (var (field, share) in shares)
            TestContext.Out.WriteLine($"{field, -13} {share.Average():P2}");
        var named = Named.Average(field => shares[field].Average());
        TestContext.Out.WriteLine(
            $"The fields that apps live on: {named:P2}. All fields: {shares.Values.Average(s => s.Average()):P2}."
        );
        TestContext.Out.WriteLine(
            $"Words (translations, names of money and languages …): {words.Agree} of {words.All} are the same."
        );

        Assert.Multiple(() =>
        {
            Assert.That(unlisted, Is.Empty, string.Join('\n', unlisted));
            Assert.That(wanted.Unused("GET "), Is.Empty, "a listed difference that there is not");
            Assert.That(named, Is.GreaterThanOrEqualTo(0.97));
        });
    }
}

/// <summary>The differences that are wanted, each with its reason: <c>wanted-differences.csv</c>.</summary>
internal sealed class WantedDifferences
{
    private readonly Dictionary<(string What, string Country), bool> lines;

    private WantedDifferences(IEnumerable<string[]> lines) =>
        this.lines = lines.ToDictionary(line => (line[0], line[1]), _ => false);

    public static WantedDifferences Read()
    {
        var lines = File.ReadAllLines(Oracle.Beside("wanted-differences.csv"))
            .Skip(1)
            .Select(line => line.Split(';', 3))
            .ToList();
        Assert.That(lines.Where(line => line is not [_, _, { Length: > 5 }]), Is.Empty, "each has a reason");
        return new(lines);
    }

    /// <summary>Whether a line speaks of this; the line has been of use then.</summary>
    public bool Covers(string what, string country)
    {
        foreach (var key in new[] { (what, country), (what, "*") })
        {
            if (lines.ContainsKey(key))
                return lines[key] = true;
        }
        return false;
    }

    /// <summary>The lines that spoke of nothing.</summary>
    /// <param name="except">How those begin that are for somebody else.</param>
    public IEnumerable<string> Unused(string except) =>
        lines
            .Where(line => !line.Value && !line.Key.What.StartsWith(except, StringComparison.Ordinal))
            .Select(line => $"{line.Key.What};{line.Key.Country}");

    /// <summary>The lines about requests that spoke of nothing.</summary>
    public IEnumerable<string> UnusedRequests() =>
        lines
            .Where(line => !line.Value && line.Key.What.StartsWith("GET ", StringComparison.Ordinal))
            .Select(line => line.Key.What);
}
