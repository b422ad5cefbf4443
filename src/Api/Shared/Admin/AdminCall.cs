using System.Reflection;
using ErrorOr;
using MapsterMapper;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Access;
using Shared.Api.Pages;
using Shared.Api.V1;
using Shared.Application;
using Shared.Application.Lists;

namespace Shared.Api.Admin;

/// <summary>A request to the admin, and what a declared resource needs to answer it. A handler takes it as a parameter.</summary>
public sealed class AdminCall
{
    private AdminCall(HttpContext http) => Http = http;

    /// <summary>The request.</summary>
    public HttpContext Http { get; }

    /// <summary>Ends when nobody waits for the answer any more.</summary>
    internal CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Takes a request.</summary>
    public static ValueTask<AdminCall?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new AdminCall(context));

    /// <summary>Runs a use case.</summary>
    public Task<ErrorOr<T>> SendAsync<T>(IRequest<ErrorOr<T>> useCase) =>
        Http.RequestServices.GetRequiredService<ISender>().Send(useCase, Aborted);

    /// <summary>Maps a type of the contract to one of the application.</summary>
    public T Map<T>(object body) => Http.RequestServices.GetRequiredService<IMapper>().Map<T>(body);

    /// <summary>Every permission that an endpoint asks for, to choose from.</summary>
    public Task<IReadOnlyList<Choice>> OfferPermissionsAsync() =>
        Task.FromResult<IReadOnlyList<Choice>>([
            .. Http
                .RequestServices.GetRequiredService<EndpointDataSource>()
                .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(permission => new Choice(permission, permission)),
        ]);

    /// <summary>Tells what happened to a record of a module that has no use case of its own for it.</summary>
    public Task<ErrorOr<Page<HistoryItem>>> ReadHistoryAsync(
        string module,
        string record,
        string id,
        ListQuery query
    ) =>
        HistoryPages.OfAsync(
            Http.RequestServices.GetRequiredService<IHistories>().Of(module),
            record,
            id,
            query,
            Aborted
        );

    /// <summary>Gives a page of the audit trail.</summary>
    internal Task<ErrorOr<Page<HistoryItem>>> ReadTrailAsync(ListQuery query) =>
        HistoryTrail.LatestAsync(Http.RequestServices.GetRequiredService<IHistories>(), query, Aborted);

    /// <summary>Gives a page of what is on its way between the modules.</summary>
    internal Task<ErrorOr<Page<OutboxItem>>> ReadOutboxAsync(ListQuery query) =>
        OutboxPages.UnsentAsync(Http.RequestServices.GetRequiredService<IOutboxes>(), query, Aborted);

    /// <summary>Whether the caller may do it.</summary>
    internal bool May(AdminModel model, string action) => Http.User.May(model.PermissionTo(action));

    /// <summary>
    /// What the address asks of a list, in the grammar of the API. Forms send also what is left blank, which is not meant.
    /// The admin speaks English, whatever the browser prefers.
    /// </summary>
    internal QueryReader ReadQuery()
    {
        Http.Request.Query = new QueryCollection(
            Http.Request.Query.Where(said => !string.IsNullOrWhiteSpace(said.Value)).ToDictionary()
        );
        var asked = QueryReader.Read(Http.Request);
        return asked with { List = asked.List with { Language = LanguageWish.None } };
    }

    /// <summary>Answers with a page in the frame of the admin.</summary>
    /// <typeparam name="TPage">The component; it has a parameter <c>Frame</c>.</typeparam>
    /// <param name="title">The title.</param>
    /// <param name="crumbs">The way to the page, without the admin itself and without the page.</param>
    /// <param name="parameters">The other parameters of the component.</param>
    /// <param name="status">The status.</param>
    public IResult Page<TPage>(
        string title,
        IReadOnlyList<Crumb> crumbs,
        Dictionary<string, object?> parameters,
        int status = StatusCodes.Status200OK
    )
        where TPage : IComponent
    {
        parameters["Frame"] = new AdminFrame(
            title,
            crumbs,
            Wording.OfCaller(Http.User.Identity?.Name ?? ""),
            IsSignedIn: Http.Features.Get<SentKey>() is null,
            Http.FormToken(),
            Notice.Take(Http)
        );
        return new PageAnswer<TPage>(status, parameters);
    }

    /// <summary>Goes to another page of the admin, which shows a sentence.</summary>
    public IResult GoTo(string address, string sentence, bool isBad = false)
    {
        new Notice(sentence, isBad).Leave(Http);
        Http.Response.Headers.CacheControl = "no-store";
        return new SeeOther(address);
    }

    /// <summary>303: the answer to a form is another page, so that a reload sends nothing twice.</summary>
    private sealed record SeeOther(string Address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = Address;
            return Task.CompletedTask;
        }
    }
}

/// <summary>What every page of the admin shows around its content.</summary>
/// <param name="Title">The title of the page.</param>
/// <param name="Crumbs">The way to it.</param>
/// <param name="User">Who asks.</param>
/// <param name="IsSignedIn">Whether they are signed in, rather than show a key with each request.</param>
/// <param name="Token">The token for the forms.</param>
/// <param name="Notice">What the request before has to say.</param>
public sealed record AdminFrame(
    string Title,
    IReadOnlyList<Crumb> Crumbs,
    string User,
    bool IsSignedIn,
    string Token,
    Notice? Notice
);
