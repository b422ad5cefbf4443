using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>
/// Finds the country that a text means: any code, also a former one, a calling code, a domain, a flag, a name in any
/// language, also a misspelt one.
/// </summary>
/// <param name="Query">The query; what is searched for is the text.</param>
public sealed record ResolveCountry(ListQuery Query) : IQuery<Page<Resolution>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => ResolveCountryHandler.Table.Words with { Needed = ["q"] };
}

/// <summary>A country that a text may mean.</summary>
/// <param name="Rule">Which rule matched.</param>
/// <param name="Matched">The code or name that matched.</param>
/// <param name="Former">The former country whose code or name it is, if it is one's.</param>
/// <param name="Country">The country.</param>
public sealed record Resolution(string Rule, string Matched, FormerCountry? Former, CountryView Country);

internal sealed class ResolveCountryHandler(
    ICountryCatalogue catalogue,
    IFormerCountries former,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<ResolveCountry, Page<Resolution>>
{
    public async Task<ErrorOr<Page<Resolution>>> Handle(ResolveCountry query, CancellationToken cancellationToken)
    {
        if (query.Query.Search is not { } text)
            return QueryErrors.EmptyParameter("q");
        if (text.Length > ListQuery.LongestSearch)
            return QueryErrors.SearchTooLong(ListQuery.LongestSearch);
        var countries = await catalogue.ReadAsync(cancellationToken);
        var names = await currencies.ReadAsync(cancellationToken);
        // The search is done here; the list only checks the rest of the query and cuts pages.
        return new Listing<Row>(Table, Rank(countries, text.Trim()), countries.Listing.Languages, text)
            .Find(query.Query with { Search = null }, clock.Today())
            .Then(found =>
                found.Page.Select(row => new Resolution(
                    row.Rule,
                    row.Matched,
                    row.Former,
                    CountryView.Of(row.Country, found.Context, names)
                ))
            );
    }

    /// <summary>Each country once, by the surest rule. After a code only whole names count: many names have a code in them.</summary>
    private IEnumerable<Row> Rank(CountryCatalogue countries, string text)
    {
        List<Row> byCode = [.. ByCode(countries, text), .. ByFormerCode(countries, text)];
        var byName = ByName(countries, text)
            .Where(row => byCode.Count == 0 || row.Rule == ResolveRules.OfName(MatchRank.Exact));
        return byCode
            .Concat(byName)
            .DistinctBy(row => row.Country.Id)
            .Select((row, place) => row with { Place = place });
    }

    private static IEnumerable<Row> ByCode(CountryCatalogue countries, string text) =>
        from rule in ResolveRules.Codes
        from country in countries.All
        from code in rule.Codes(country).Take(30)
        where string.Equals(code, text, StringComparison.OrdinalIgnoreCase)
        select new Row(rule.Rule, code!, null, country);

    private IEnumerable<Row> ByFormerCode(CountryCatalogue countries, string text) =>
        from gone in ResolveRules.Former(former.All, text)
        from heir in ResolveRules.HeirsOf(gone, former.All)
        from country in countries.All
        where country.Alpha2 == heir
        select new Row(ResolveRules.FormerCode, gone.Alpha4, gone, country);

    private static IEnumerable<Row> ByName(CountryCatalogue countries, string text) =>
        countries
            .Listing.Search(text)
            .Select(found => new Row(ResolveRules.OfName(found.Match.Rank), found.Match.Name, null, found.Row));

    internal static readonly ListTable<Row> Table = new()
    {
        Key = row => $"{row.Place:D6}",
        Names = _ => [],
        Filters = [],
        SortKeys = [],
    };

    internal sealed record Row(string Rule, string Matched, FormerCountry? Former, CountryDetails Country)
    {
        public int Place { get; init; }
    }
}
