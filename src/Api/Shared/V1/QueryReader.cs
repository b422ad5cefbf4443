using System.Globalization;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Shared.Application.Lists;

namespace Shared.Api.V1;

/// <summary>What the query of an address says, in the words of the grammar.</summary>
/// <param name="List">What is asked of the list.</param>
/// <param name="Fields">The members that are wanted; <see langword="null"/> for all.</param>
/// <param name="Errors">What could not be understood.</param>
internal sealed record QueryReader(ListQuery List, string? Fields, IReadOnlyList<Error> Errors)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const int MostLanguages = 10;

    /// <summary>Reads the query and the language that the client prefers.</summary>
    public static QueryReader Read(HttpRequest request)
    {
        var errors = new List<Error>();
        var filters = new List<FilterTerm>();
        var list = new ListQuery();
        string? fields = null,
            wanted = null;
        foreach (var (name, values) in request.Query)
        {
            if (values.Count > 1)
                errors.Add(QueryErrors.RepeatedParameter(name));
            var text = values[0]?.Trim() ?? "";
            if (text.Length == 0)
            {
                errors.Add(QueryErrors.EmptyParameter(name));
                continue;
            }
            switch (name)
            {
                case "q":
                    list = list with { Search = text };
                    break;
                case "sort":
                    list = list with { Sort = [.. Split(text).Select(ReadSort)] };
                    break;
                case "limit":
                    // What is no number is as wrong as 0.
                    _ = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit);
                    list = list with { Limit = limit };
                    break;
                case "cursor":
                    list = list with { Cursor = ReadCursor(text) };
                    break;
                case "on":
                    if (
                        DateOnly.TryParseExact(
                            text,
                            DateFormat,
                            CultureInfo.InvariantCulture,
                            DateTimeStyles.None,
                            out var day
                        )
                    )
                        list = list with { On = day };
                    else
                        errors.Add(QueryErrors.InvalidDate(name));
                    break;
                case "fields":
                    fields = text;
                    break;
                case "lang":
                    wanted = text;
                    break;
                default:
                    filters.Add(new FilterTerm(name, Split(text)));
                    break;
            }
        }
        list = list with
        {
            Filters = filters,
            Language = new LanguageWish(wanted, ReadPreferred(request.Headers.AcceptLanguage)),
        };
        return new QueryReader(list, fields, errors);
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries);

    private static SortTerm ReadSort(string term) =>
        term.StartsWith('-') ? new SortTerm(term[1..], Descending: true) : new SortTerm(term, Descending: false);

    /// <summary>Some clients give back the whole of <c>next</c>, which is an address: what counts is the cursor in it.</summary>
    private static string ReadCursor(string text)
    {
        const string Mark = "cursor=";
        var at = text.LastIndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? text : text[(at + Mark.Length)..];
    }

    private static IReadOnlyList<string> ReadPreferred(StringValues acceptLanguage)
    {
        if (acceptLanguage.Count == 0 || !StringWithQualityHeaderValue.TryParseList(acceptLanguage, out var tags))
            return [];
        return
        [
            .. tags.Where(tag => tag.Quality != 0)
                .OrderByDescending(tag => tag.Quality ?? 1)
                .Select(tag => tag.Value.ToString())
                .Take(MostLanguages),
        ];
    }
}
