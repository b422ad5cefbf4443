using System.Globalization;
using Countries.Application;
using Shared.Api.V1;

namespace Countries.Api.Explorer;

/// <summary>What the start page shows.</summary>
public sealed record WorldModel
{
    /// <summary>The word of the address that says what the map is coloured by.</summary>
    internal const string ByWord = "by";

    private const string ByRegionWord = "region";
    private const int Colours = 8;

    // A currency of two countries is hardly a thing to look for on a map.
    private const int FewestCountries = 3;

    /// <summary>Where links lead.</summary>
    public required Links Links { get; init; }

    /// <summary>The language of names.</summary>
    public required string Language { get; init; }

    /// <summary>The languages that names are known in.</summary>
    public required IReadOnlyCollection<string> Languages { get; init; }

    /// <summary>Whether the map is coloured by region; else it is by currency.</summary>
    public required bool IsByRegion { get; init; }

    /// <summary>The map.</summary>
    public required MapPicture Map { get; init; }

    /// <summary>What the colours of the map mean.</summary>
    public required IReadOnlyList<LegendEntry> Legend { get; init; }

    /// <summary>All countries. Where something is searched for, those that were found come first, and the others are hidden.</summary>
    public required IReadOnlyList<ListedCountry> Countries { get; init; }

    /// <summary>What is searched for, if something is.</summary>
    public string? Search { get; init; }

    /// <summary>How many countries are shown.</summary>
    public int Found => Countries.Count(country => !country.IsHidden);

    /// <summary>What could not be understood.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The same as data.</summary>
    public IReadOnlyList<string> Data =>
        Search is { } text
            ?
            [
                $"{V1Endpoints.Path}/countries?q={Uri.EscapeDataString(text)}",
                $"{V1Endpoints.Path}/resolve?q={Uri.EscapeDataString(text)}",
            ]
            : [$"{V1Endpoints.Path}/countries", "/v3.1/all?fields=name,cca2,currencies,region"];

    /// <summary>Whether a word of the address asks for the regions.</summary>
    internal static bool AsksForRegions(string? word) => word == ByRegionWord;

    /// <summary>Makes the model.</summary>
    /// <param name="world">All countries.</param>
    /// <param name="links">Where links lead.</param>
    /// <param name="isByRegion">Whether the map is coloured by region.</param>
    internal static WorldModel Of(ExploredWorld world, Links links, bool isByRegion)
    {
        var countries = world.Countries.Value;
        var groups = isByRegion ? ByRegion(countries) : ByCurrency(countries, links);
        var byCode = groups
            .SelectMany(group => group.Countries, (group, country) => (group.Entry, Country: country))
            .Where(shown => shown.Country.Details.Alpha2 is not null)
            .ToDictionary(shown => shown.Country.Details.Alpha2!);
        return new()
        {
            Links = links,
            Language = world.Language,
            Languages = world.Languages,
            IsByRegion = isByRegion,
            Map = MapPicture.OfWorld(
                isByRegion ? "The world by region" : "The world by currency",
                code =>
                    byCode.TryGetValue(code, out var shown)
                        ? (
                            shown.Entry.Class,
                            $"{shown.Country.Name}: {(isByRegion ? shown.Entry.Text : MoneyOf(shown.Country))}"
                        )
                        : null
            ),
            Legend = [.. groups.Select(group => group.Entry)],
            Countries = [.. countries.Select(country => ListedCountry.Of(country, links))],
        };
    }

    /// <summary>The same with only those countries shown that were found, in their order.</summary>
    internal WorldModel Searched(string text, IEnumerable<CountryView> found)
    {
        var byKey = Countries.ToDictionary(country => country.Key);
        // A country that came just now is on the next page only.
        var shown = found
            .Select(country => byKey.GetValueOrDefault(Links.KeyOf(country.Details)))
            .OfType<ListedCountry>()
            .ToList();
        return this with
        {
            Search = text,
            Countries = [.. shown, .. Countries.Except(shown).Select(country => country with { IsHidden = true })],
        };
    }

    /// <summary>What a country's money is called today.</summary>
    internal static string MoneyOf(CountryView country) =>
        country.Details.LocalCurrency
        ?? string.Join(
            ", ",
            country.Currencies.Where(IsLegal).Select(money => money.Name).DefaultIfEmpty(CountryListItem.NoCurrency)
        );

    private static bool IsLegal(Money money) => money.Kind == Tender.Legal;

    private static List<Group> ByCurrency(IReadOnlyList<CountryView> countries, Links links)
    {
        var shared = countries
            .Where(country => country.Currencies.Any(IsLegal))
            .GroupBy(country => country.Currencies.First(IsLegal).Code)
            .Where(users => users.Count() >= FewestCountries)
            .OrderByDescending(users => users.Count())
            .ThenBy(users => users.Key, StringComparer.Ordinal)
            .Take(Colours)
            .Select(
                (users, place) =>
                    new Group(
                        new(
                            $"c{place + 1}",
                            users.First().Currencies.First(IsLegal).Name,
                            users.Count(),
                            links.Currency(users.Key)
                        ),
                        [.. users]
                    )
            )
            .ToList();
        var coloured = shared.SelectMany(group => group.Countries).Select(country => country.Details.Id).ToHashSet();
        List<CountryView> others = [.. countries.Where(country => !coloured.Contains(country.Details.Id))];
        return [.. shared, new(new("c0", "Another currency, or none", others.Count, null), others)];
    }

    private static List<Group> ByRegion(IReadOnlyList<CountryView> countries) =>
        [
            .. countries
                .GroupBy(country => country.Details.Region)
                .OrderBy(region => region.Key is null)
                .ThenBy(region => region.Key, StringComparer.Ordinal)
                .Select(
                    (region, place) =>
                        new Group(
                            new(
                                region.Key is null ? "c0" : $"c{place + 1}",
                                region.Key ?? "No region",
                                region.Count(),
                                null
                            ),
                            [.. region]
                        )
                ),
        ];

    private sealed record Group(LegendEntry Entry, IReadOnlyList<CountryView> Countries);
}

/// <summary>What a colour of a map means.</summary>
/// <param name="Class">The class of the colour.</param>
/// <param name="Text">What it means.</param>
/// <param name="Count">How many countries have it.</param>
/// <param name="Address">Where there is more to read, if anywhere.</param>
public sealed record LegendEntry(string Class, string Text, int Count, string? Address);

/// <summary>A country in the list.</summary>
/// <param name="Key">Its alpha-2 code, or its id where it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Flag">The address of its flag, if it has one.</param>
/// <param name="Money">What its money is called.</param>
/// <param name="IsHidden">Whether it is not what was searched for.</param>
public sealed record ListedCountry(string Key, string Name, string Address, string? Flag, string Money, bool IsHidden)
{
    internal static ListedCountry Of(CountryView country, Links links)
    {
        var code = country.Details.Alpha2;
        return new(
            Links.KeyOf(country.Details),
            country.Name,
            links.Country(country.Details),
            code is null ? null : $"/flags/{code.ToLower(CultureInfo.InvariantCulture)}.png",
            WorldModel.MoneyOf(country),
            IsHidden: false
        );
    }
}
