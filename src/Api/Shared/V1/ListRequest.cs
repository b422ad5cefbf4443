using System.Reflection;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shared.Application.Lists;

namespace Shared.Api.V1;

/// <summary>A request for a list, in the grammar that all lists share. A handler takes it as a parameter.</summary>
public sealed class ListRequest
{
    private readonly HttpRequest http;
    private readonly QueryReader query;

    private ListRequest(HttpRequest http) => (this.http, query) = (http, QueryReader.Read(http));

    /// <summary>Whether the caller showed who they are.</summary>
    public bool IsFromKnownCaller => http.HttpContext.User.Identity is { IsAuthenticated: true };

    /// <summary>Reads a request.</summary>
    public static ValueTask<ListRequest?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(new ListRequest(context.Request));
    }

    /// <summary>Answers with a page, or with everything that is wrong with the request.</summary>
    /// <param name="shape">The shape of the items.</param>
    /// <param name="find">The use case.</param>
    /// <param name="dependsOnDay">Whether the answer is another one tomorrow when the request names no day.</param>
    public async Task<IResult> AnswerAsync<T>(
        Shape<T> shape,
        Func<ListQuery, Task<ErrorOr<Page<T>>>> find,
        bool dependsOnDay = true
    )
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(find);
        var selected = query.Fields is { } fields ? shape.Select(fields) : shape;
        var found = query.Errors.Count > 0 ? query.Errors.ToList() : await find(query.List);
        if (found.IsError || selected.IsError)
            return new ProblemAnswer([.. found.ErrorsOrEmptyList, .. selected.ErrorsOrEmptyList]);

        var page = found.Value;
        var next = page.Next is { } cursor ? AddressWith(cursor) : null;
        return new Answer((format, output) => format.WritePage(output, selected.Value, page, next))
        {
            Language = page.Language,
            Next = next,
            EndsWithDay = dependsOnDay && query.List.On is null,
        };
    }

    /// <summary>The address of this request with another cursor.</summary>
    private string AddressWith(string cursor)
    {
        var parameters = http
            .Query.Where(parameter => parameter.Key != "cursor")
            .ToDictionary(parameter => parameter.Key, string? (parameter) => parameter.Value.ToString());
        parameters["cursor"] = cursor;
        return QueryHelpers.AddQueryString(http.PathBase.Add(http.Path).ToUriComponent(), parameters);
    }
}
