using System.Reflection;
using Microsoft.AspNetCore.Http;
using Shared.Api.V1;
using Shared.Application.Lists;

namespace Shared.Api.Pages;

/// <summary>
/// What the address of a page asks for, in the words of the native API. Pages forgive: what makes no sense is left out
/// and told on the page. A handler takes it as a parameter.
/// </summary>
public sealed class PageRequest
{
    private readonly QueryReader query;

    private PageRequest(HttpRequest http) => query = QueryReader.Read(http);

    /// <summary>The language of names: <c>lang</c>, or else what the browser prefers. An unknown one is passed over.</summary>
    public LanguageWish Language =>
        query.List.Language is { Wanted: { } tag } wish ? new(null, [tag, .. wish.Preferred]) : query.List.Language;

    /// <summary>Whether the address itself names a language.</summary>
    public bool NamesLanguage => query.List.Language.Wanted is not null;

    /// <summary>What is searched for (<c>q</c>).</summary>
    public string? Search => query.List.Search;

    /// <summary>The day that is asked about (<c>on</c>).</summary>
    public DateOnly? On => query.List.On;

    /// <summary>What could not be understood, in sentences. An empty field of a form is no fault.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. query
                .Errors.Where(error => error.Code != QueryErrors.EmptyParameter("").Code)
                .Select(error => error.Description),
        ];

    /// <summary>Reads a request.</summary>
    public static ValueTask<PageRequest?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(new PageRequest(context.Request));
    }

    /// <summary>What the address says in a word of the page's own.</summary>
    public string? Option(string name) => query.List.Filters.FirstOrDefault(term => term.Name == name)?.Values[0];
}
