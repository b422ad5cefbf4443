using ErrorOr;

namespace Shared.Application.Lists;

/// <summary>Checks queries of lists that are read from the database page by page, and so have no <see cref="Listing{TRow}"/>.</summary>
internal static class ListFaults
{
    /// <summary>Everything in a query that the list does not know.</summary>
    public static List<Error> FaultsIn(this ListWords words, ListQuery query)
    {
        var known = words.Filters.Select(filter => filter.Name).Concat(words.Grammar).ToList();
        var given = query.Filters.Select(filter => filter.Name);
        if (query.Search is not null)
            given = given.Append("q");
        if (query.Sort.Count > 0)
            given = given.Append("sort");
        var errors = given
            .Except(known)
            .Select(name => QueryErrors.UnknownParameter(name, Nearest.To(name, known)))
            .ToList();
        foreach (var term in query.Filters)
        {
            if (words.Filters.FirstOrDefault(filter => filter.Name == term.Name) is { Known: { } values })
                errors.AddRange(
                    term.Values.Except(values)
                        .Select(value => QueryErrors.UnknownValue(term.Name, value, Nearest.To(value, values)))
                );
        }
        if (query.Limit is < 1 or > ListQuery.MostItems)
            errors.Add(QueryErrors.InvalidLimit);
        if (query.Search?.Length > ListQuery.LongestSearch)
            errors.Add(QueryErrors.SearchTooLong(ListQuery.LongestSearch));
        return errors;
    }
}
