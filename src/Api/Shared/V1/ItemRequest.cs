using System.Reflection;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Shared.Application.Lists;

namespace Shared.Api.V1;

/// <summary>A request for a single resource: it may say <c>fields</c>, <c>on</c> and <c>lang</c>. A handler takes it as a parameter.</summary>
public sealed class ItemRequest
{
    private static readonly string[] Words = ["fields", "on", "lang"];

    private readonly QueryReader query;
    private readonly List<Error> errors;

    private ItemRequest(HttpRequest http)
    {
        query = QueryReader.Read(http);
        errors =
        [
            .. query.Errors,
            .. http
                .Query.Keys.Except(Words)
                .Select(name => QueryErrors.UnknownParameter(name, Nearest.To(name, Words))),
        ];
    }

    /// <summary>The day that is asked about; none when the request names none.</summary>
    public DateOnly? On => query.List.On;

    /// <summary>The language that is wanted.</summary>
    public LanguageWish Language => query.List.Language;

    /// <summary>Reads a request.</summary>
    public static ValueTask<ItemRequest?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(new ItemRequest(context.Request));
    }

    /// <summary>Answers with the resource, or with everything that is wrong with the request.</summary>
    /// <param name="shape">The shape of the resource.</param>
    /// <param name="find">The use case.</param>
    /// <param name="render">What is shown of its answer.</param>
    /// <param name="dependsOnDay">Whether the answer is another one tomorrow when the request names no day.</param>
    public async Task<IResult> AnswerAsync<T, TFound>(
        Shape<T> shape,
        Func<Task<ErrorOr<TFound>>> find,
        Func<TFound, Item<T>> render,
        bool dependsOnDay = true
    )
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(find);
        ArgumentNullException.ThrowIfNull(render);
        var selected = query.Fields is { } fields ? shape.Select(fields) : shape;
        var found = errors.Count > 0 ? errors : await find();
        if (found.IsError || selected.IsError)
            return new ProblemAnswer([.. found.ErrorsOrEmptyList, .. selected.ErrorsOrEmptyList]);
        var item = render(found.Value);
        return Answer.Of(selected.Value, item) with { EndsWithDay = dependsOnDay && On is null };
    }
}

/// <summary>A single resource to be shown.</summary>
/// <param name="Value">The resource.</param>
/// <param name="Version">Its version, for the entity tag; none when it cannot be changed.</param>
/// <param name="Language">The language of its names; none when it has no names.</param>
public sealed record Item<T>(T Value, long? Version, string? Language);
