using ErrorOr;
using Microsoft.AspNetCore.WebUtilities;
using Shared.Application.Lists;

namespace Shared.Api.Admin;

/// <summary>A list as it is to be shown.</summary>
/// <param name="Model">The resource.</param>
/// <param name="Query">What the address says, without what it leaves blank.</param>
/// <param name="Found">The page; nothing where the address makes no sense.</param>
/// <param name="Errors">What is wrong with the address.</param>
/// <param name="MayAdd">Whether the caller may add a record.</param>
/// <param name="MayDelete">Whether the caller may delete records.</param>
/// <param name="Actions">What else the caller may do with records.</param>
public sealed record AdminListState(
    AdminModel Model,
    IReadOnlyDictionary<string, string> Query,
    Page<AdminRecord>? Found,
    IReadOnlyList<Error> Errors,
    bool MayAdd,
    bool MayDelete,
    IReadOnlyList<ListAction> Actions
)
{
    private const string Sort = "sort";
    private const string Cursor = "cursor";

    /// <summary>The filters that stand beside the search: the first ones of which a person chooses a value.</summary>
    public IReadOnlyList<FilterWord> First =>
        [.. Model.Words.Filters.Where(filter => filter.Known is not null).Take(3)];

    /// <summary>All other filters.</summary>
    public IReadOnlyList<FilterWord> Others => [.. Model.Words.Filters.Except(First)];

    /// <summary>Whether one of the others is in use.</summary>
    public bool HasOther => Others.Any(filter => Query.ContainsKey(filter.Name));

    /// <summary>Whether there is anything to select records for.</summary>
    public bool MaySelect => MayDelete || Actions.Count > 0;

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLater => Query.ContainsKey(Cursor);

    /// <summary>The address of the first page of this list.</summary>
    public string FirstAddress => With(Cursor, null);

    /// <summary>The address of the page that follows.</summary>
    public string? NextAddress => Found?.Next is { } next ? With(Cursor, next) : null;

    /// <summary>What the address says of a word.</summary>
    public string? Said(string word) => Query.GetValueOrDefault(word);

    /// <summary>Whether the list can be sorted by a column.</summary>
    public bool CanSort(string column) => Model.Words.SortKeys.Contains(column);

    /// <summary>The direction in which a column is sorted, as <c>aria-sort</c> has it.</summary>
    public string? Direction(string column) =>
        Said(Sort) == column ? "ascending"
        : Said(Sort) == $"-{column}" ? "descending"
        : null;

    /// <summary>The address that sorts by a column; by the same one the other way round.</summary>
    public string SortAddress(string column) => With(Sort, Said(Sort) == column ? $"-{column}" : column);

    /// <summary>The address of the list with another value of a word; without it where there is none. It leads to the first page.</summary>
    private string With(string word, string? value)
    {
        var words = Query
            .Where(said => said.Key != word && said.Key != Cursor)
            .ToDictionary(said => said.Key, string? (said) => said.Value);
        if (value is not null)
            words[word] = value;
        return QueryHelpers.AddQueryString(Model.Address, words);
    }
}
