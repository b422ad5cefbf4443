using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>Lists the money of a country: on the day that the query names, or else its whole history.</summary>
/// <param name="Key">The country's code or id, in any case.</param>
/// <param name="Query">The query.</param>
public sealed record ListTenders(string Key, ListQuery Query) : IQuery<Page<Money>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => ListTendersHandler.Table.Words;
}

internal sealed class ListTendersHandler(ICountryCatalogue catalogue, ICurrencyDirectory currencies, TimeProvider clock)
    : IQueryHandler<ListTenders, Page<Money>>
{
    public async Task<ErrorOr<Page<Money>>> Handle(ListTenders query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var country = countries.Find(query.Key);
        var language = countries.Listing.Languages.Choose(query.Query.Language);
        if (country.IsError || language.IsError)
            return [.. country.ErrorsOrEmptyList, .. language.ErrorsOrEmptyList];

        var names = await currencies.ReadAsync(cancellationToken);
        var today = clock.Today();
        var tenders = country
            .Value.Tenders.Where(tender => query.Query.On is not { } day || tender.Covers(day))
            .OrderBy(tender => !tender.Covers(today))
            .Select((tender, place) => new Row(place, Money.Of(tender, language.Value, names)));
        return new Listing<Row>(Table, tenders, countries.Listing.Languages, query.Key)
            .Find(query.Query, today)
            .Then(found => found.Page.Select(row => row.Money));
    }

    /// <summary>Current money first, the principal currency first of all, when nobody asks for another order.</summary>
    internal static readonly ListTable<Row> Table = new()
    {
        Key = row => $"{row.Place:D6}",
        Names = row => [new SearchText(row.Money.Code), new SearchText(row.Money.Name)],
        Filters =
        [
            new("kind", "In what way it is money.", (row, _) => [row.Money.Kind]) { Known = TenderKinds.Words },
            new("code", "Code of the currency.", (row, _) => [row.Money.Code]) { Example = "CHF" },
        ],
        SortKeys =
        [
            new("code", (row, _) => SortValue.OfWord(row.Money.Code)),
            new("name", (row, _) => SortValue.OfName(row.Money.Name)),
            new("kind", (row, _) => SortValue.OfWord(row.Money.Kind)),
            new("from", (row, _) => SortValue.Of(row.Money.From?.DayNumber)),
            new("to", (row, _) => SortValue.Of(row.Money.To?.DayNumber)),
        ],
    };

    internal sealed record Row(int Place, Money Money);
}
