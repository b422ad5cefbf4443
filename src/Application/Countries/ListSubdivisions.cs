using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>Lists the parts of a country (ISO 3166-2).</summary>
/// <param name="Key">The country's code or id, in any case.</param>
/// <param name="Query">The query.</param>
public sealed record ListSubdivisions(string Key, ListQuery Query) : IQuery<Page<Part>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => ListSubdivisionsHandler.Table.Words;
}

internal sealed class ListSubdivisionsHandler(ICountryCatalogue catalogue, TimeProvider clock)
    : IQueryHandler<ListSubdivisions, Page<Part>>
{
    public async Task<ErrorOr<Page<Part>>> Handle(ListSubdivisions query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        return countries
            .Find(query.Key)
            .Then(country =>
                new Listing<Part>(Table, country.Subdivisions, countries.Listing.Languages, query.Key)
                    .Find(query.Query, clock.Today())
                    .Then(found => found.Page)
            );
    }

    internal static readonly ListTable<Part> Table = new()
    {
        Key = part => part.Code,
        Names = part => [new SearchText(part.Name), new SearchText(part.Code)],
        Filters =
        [
            new("parent", "Code of the part that it belongs to.", (part, _) => part.Parent is { } code ? [code] : [])
            {
                Example = "FR-IDF",
            },
            new("category", "What it is.", (part, _) => part.Category is { } category ? [category] : [])
            {
                Example = "canton",
            },
        ],
        SortKeys =
        [
            new("code", (part, _) => SortValue.OfWord(part.Code)),
            new("name", (part, _) => SortValue.OfName(part.Name)),
            new("category", (part, _) => SortValue.OfWord(part.Category)),
            new("parent", (part, _) => SortValue.OfWord(part.Parent)),
        ],
    };
}
