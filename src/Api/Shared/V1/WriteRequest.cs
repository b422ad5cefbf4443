using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ErrorOr;
using MapsterMapper;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Shared.Api.Caching;
using Shared.Api.Http;
using Shared.Api.Problems;
using Shared.Application;

namespace Shared.Api.V1;

/// <summary>
/// A request that writes. Everything, the answer among it, is made in one unit of work: whatever cannot be done or shown
/// leaves nothing behind. A handler takes it as a parameter.
/// </summary>
public sealed class WriteRequest
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 255;
    internal static readonly string[] WholeTypes = ["application/json"];
    internal static readonly string[] PatchTypes = ["application/merge-patch+json", "application/json"];

    private readonly HttpContext http;
    private readonly IServiceProvider services;

    private WriteRequest(HttpContext http) => (this.http, services) = (http, http.RequestServices);

    /// <summary>Takes a request.</summary>
    public static ValueTask<WriteRequest?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(new WriteRequest(context));
    }

    /// <summary>Runs a use case.</summary>
    public Task<ErrorOr<T>> SendAsync<T>(IRequest<ErrorOr<T>> useCase) =>
        services.GetRequiredService<ISender>().Send(useCase, http.RequestAborted);

    /// <summary>Maps a body to what the use cases take.</summary>
    public T Map<T>(object body) => services.GetRequiredService<IMapper>().Map<T>(body);

    /// <summary>Makes a resource: 201 with its place.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="create">The use case.</param>
    public async Task<IResult> CreateAsync<TDraft, TView>(
        WritableResource<TDraft, TView> resource,
        Func<TDraft, Task<ErrorOr<Item<TView>>>> create
    )
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(create);
        var (body, read, refusal) = await ReadAsync(resource, WholeTypes);
        if (refusal is not null)
            return refusal;
        var draft = StrictJson.To<TDraft>(read!);
        if (draft.IsError)
            return new ProblemAnswer(draft.Errors);
        return await RunAsync(
            resource.Module,
            body,
            async () =>
                (await create(draft.Value)).Then(item =>
                    (
                        Answer.Of(resource.Shape, item) with
                        {
                            Status = StatusCodes.Status201Created,
                            Location = resource.PathOf(item.Value),
                        }
                    ).Finish(http.Request)
                )
        );
    }

    /// <summary>Puts what the body says in the place of all that can be written.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="find">Finds it as it stands.</param>
    /// <param name="edit">The use case; it gets what the client has seen.</param>
    public Task<IResult> ReplaceAsync<TDraft, TView>(
        WritableResource<TDraft, TView> resource,
        Func<Task<ErrorOr<Item<TView>>>> find,
        Func<Item<TView>, TDraft, Task<ErrorOr<Item<TView>>>> edit
    ) => EditAsync(resource, WholeTypes, find, edit, (_, body) => body);

    /// <summary>Changes what the body names (JSON Merge Patch, RFC 7396).</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="find">Finds it as it stands.</param>
    /// <param name="edit">The use case; it gets what the client has seen.</param>
    public Task<IResult> PatchAsync<TDraft, TView>(
        WritableResource<TDraft, TView> resource,
        Func<Task<ErrorOr<Item<TView>>>> find,
        Func<Item<TView>, TDraft, Task<ErrorOr<Item<TView>>>> edit
    ) =>
        EditAsync(
            resource,
            PatchTypes,
            find,
            edit,
            (shown, patch) =>
            {
                StrictJson.Prune(shown, typeof(TDraft));
                StrictJson.Merge(shown, patch);
                return shown;
            }
        );

    /// <summary>Takes a resource away: 204.</summary>
    /// <param name="module">The module that it belongs to.</param>
    /// <param name="find">Finds it as it stands.</param>
    /// <param name="remove">The use case; it gets what the client has seen.</param>
    public async Task<IResult> DeleteAsync<TView>(
        string module,
        Func<Task<ErrorOr<Item<TView>>>> find,
        Func<Item<TView>, Task<ErrorOr<Success>>> remove
    )
    {
        ArgumentNullException.ThrowIfNull(find);
        ArgumentNullException.ThrowIfNull(remove);
        if (NoPrecondition() is { } refusal)
            return refusal;
        return await RunAsync(
            module,
            [],
            async () =>
            {
                var found = await FindSeenAsync(find);
                if (found.IsError)
                    return found.Errors;
                return (await remove(found.Value)).Then(_ => FinishedAnswer.NoContent);
            }
        );
    }

    private async Task<IResult> EditAsync<TDraft, TView>(
        WritableResource<TDraft, TView> resource,
        string[] mediaTypes,
        Func<Task<ErrorOr<Item<TView>>>> find,
        Func<Item<TView>, TDraft, Task<ErrorOr<Item<TView>>>> edit,
        Func<JsonObject, JsonObject, JsonObject> combine
    )
    {
        if (NoPrecondition() is { } missing)
            return missing;
        var (body, read, refusal) = await ReadAsync(resource, mediaTypes);
        if (refusal is not null)
            return refusal;
        ErrorOr<TDraft> draft = default;
        var answer = await RunAsync(
            resource.Module,
            body,
            async () =>
            {
                var found = await FindSeenAsync(find);
                if (found.IsError)
                    return found.Errors;
                var said = combine(resource.Shape.ToJson(found.Value.Value), read!.DeepClone().AsObject());
                draft = StrictJson.To<TDraft>(said);
                if (draft.IsError)
                    return draft.Errors;
                return (await edit(found.Value, draft.Value)).Then(item =>
                    Answer.Of(resource.Shape, item).Finish(http.Request)
                );
            }
        );
        return draft is { IsError: true, Errors: var errors } && answer is ProblemAnswer
            ? new ProblemAnswer(errors)
            : answer;
    }

    /// <summary>Runs the work in a unit of work; under a key of the client's, once.</summary>
    /// <param name="module">The module that is written to.</param>
    /// <param name="body">The body, or what stands for it where it is too large to be held.</param>
    /// <param name="work">The work.</param>
    internal async Task<IResult> RunAsync(string module, byte[] body, Func<Task<ErrorOr<FinishedAnswer>>> work)
    {
        var unitOfWork = services.GetRequiredService<IUnitOfWorkProvider>().Of(module);
        var key = http.Request.Headers[KeyHeader];
        if (key.Count == 0)
            return ToResult(await unitOfWork.ExecuteAsync(_ => work(), http.RequestAborted));
        if (key.Count > 1 || key[0] is not { Length: > 0 and <= LongestKey } text || text.Any(c => c is < '!' or > '~'))
            return new ProblemAnswer([IdempotencyProblems.KeyInvalid.ToError(KeyHeader)]);

        var caller = services.GetRequiredService<ICaller>().Name;
        using var run = services.GetRequiredService<KeysUnderWay>().TryEnter($"{module} {text} {caller}");
        if (run is null)
        {
            http.Response.Headers.RetryAfter = "1";
            return new ProblemAnswer([IdempotencyProblems.Running.ToError()]);
        }
        var answers = services.GetRequiredService<IKeptAnswersProvider>().Of(module);
        var fingerprint = FingerprintOf(body);
        return ToResult(
            await unitOfWork.ExecuteAsync(
                async cancellationToken =>
                {
                    if (await answers.FindAsync(text, cancellationToken) is { } kept)
                        return kept.Fingerprint == fingerprint
                            ? FinishedAnswer.OfKept(kept.Content)
                            : IdempotencyProblems.KeyReused.ToError(KeyHeader);
                    var answer = await work();
                    if (!answer.IsError)
                        answers.Keep(text, new KeptAnswer(fingerprint, answer.Value.ToKept()));
                    return answer;
                },
                http.RequestAborted
            )
        );
    }

    private static IResult ToResult(ErrorOr<FinishedAnswer> answer) =>
        answer.Match<IResult>(
            finished => finished,
            errors =>
                errors[0].Code == HttpProblems.PreconditionFailed.Code
                    ? TypedResults.Problem(errors[0].Description, statusCode: StatusCodes.Status412PreconditionFailed)
                    : new ProblemAnswer(errors, StatusCodes.Status422UnprocessableEntity)
        );

    private async Task<(byte[] Body, JsonObject? Read, IResult? Refusal)> ReadAsync<TDraft, TView>(
        WritableResource<TDraft, TView> resource,
        string[] mediaTypes
    )
    {
        if (!IsOneOf(mediaTypes))
            return (
                [],
                null,
                TypedResults.Problem(
                    $"The body is {string.Join(" or ", mediaTypes)}, in UTF-8 and not compressed.",
                    statusCode: StatusCodes.Status415UnsupportedMediaType
                )
            );
        var limits = services.GetRequiredService<HttpLimits>();
        var body = await http.Request.ReadBodyAsync(limits, http.RequestAborted);
        var read = StrictJson.Read(body, typeof(TDraft), resource.ReadOnly, resource.Prepare);
        return read.IsError ? (body, null, new ProblemAnswer(read.Errors)) : (body, read.Value, null);
    }

    /// <summary>Whether the body is of one of these media types, in UTF-8, and as it is: nothing here unpacks one.</summary>
    internal bool IsOneOf(IEnumerable<string> mediaTypes)
    {
        if (
            !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || http.Request.Headers.ContentEncoding.Any(coding => coding is not ("" or "identity"))
        )
            return false;
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        return mediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            && (!charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Without a condition, whoever was second would undo what the first one did.</summary>
    private ProblemHttpResult? NoPrecondition() =>
        http.Request.Headers.IfMatch.Count > 0
            ? null
            : TypedResults.Problem(
                "Send If-Match with the ETag of the representation that you have seen, or with * to write over any.",
                statusCode: StatusCodes.Status428PreconditionRequired
            );

    /// <summary>The resource, if it is still what the client has seen.</summary>
    private async Task<ErrorOr<Item<TView>>> FindSeenAsync<TView>(Func<Task<ErrorOr<Item<TView>>>> find)
    {
        var found = await find();
        return
            found.IsError || EntityTags.IsMatch(http.Request.Headers.IfMatch, found.Value.Version.GetValueOrDefault())
            ? found
            : HttpProblems.PreconditionFailed.ToError(
                sentence: "The resource has another version by now. Read it again, then repeat your change."
            );
    }

    private string FingerprintOf(byte[] body)
    {
        var (request, hash) = (http.Request, IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        using (hash)
        {
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    $"{request.Method}\n{request.Path}{request.QueryString}\n{request.ContentType}\n{request.Headers.IfMatch}\n"
                )
            );
            hash.AppendData(body);
            return Convert.ToHexString(hash.GetHashAndReset());
        }
    }
}
