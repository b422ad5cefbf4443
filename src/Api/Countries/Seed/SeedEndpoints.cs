using System.Text.Json;
using System.Text.Json.Nodes;
using Countries.Application;
using MapsterMapper;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Api.Access;
using Shared.Api.Caching;
using Shared.Api.Http;

namespace Countries.Api.Seed;

/// <summary>
/// The contract of the small Django service that this one replaces: <c>/country/</c>, list and create. Its consumers
/// must not notice the change, so its words and shapes are kept (docs/seed.md).
/// </summary>
internal static class SeedEndpoints
{
    public const string Path = "/country/";
    public const string Allowed = "GET, POST, HEAD, OPTIONS";

    public static void MapSeed(this IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.ServiceProvider.GetRequiredService<AccessOptions>().AnonymousWrites;
        if (open)
            Logger(endpoints)
                .LogWarning(
                    "Anybody may add countries at {Path}, since Access:AnonymousWrites is on; set it to false where strangers can reach this address",
                    Path
                );

        // Both spellings, with and without the last slash, are one route.
        var seed = endpoints
            .MapGroup("/country")
            .AddEndpointFilter<SeedEndpointFilter>()
            .RefuseWith(SeedRefusal.Answer)
            .WithContract("seed");

        seed.MapHandler("/", Handlers.Reading, List).WithSummary("Every country with its money").AllowAnonymous();
        var add = seed.MapHandler("/", Handlers.Posting, Add).WithSummary("Adds a country beside the data set's");
        _ = open ? add.AllowAnonymous() : add.RequirePermission("countries:add");
        seed.MapHandler("/", [HttpMethods.Options], Describe)
            .WithSummary("What this path takes and gives")
            .AllowAnonymous();
        seed.MapHandler("/", Refuse).WithSummary("Any other method").AllowAnonymous();
    }

    private static async Task<IResult> List(
        SeedFormat format,
        ISender sender,
        IMapper mapper,
        RepresentationCache cache,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        response.Headers.CacheControl = "no-cache";
        var listed = await sender.Send(new ListCountries(), cancellationToken);
        return await listed.MatchAsync<IResult>(
            async list =>
                await cache.GetAsync(
                    $"seed {format.ContentType} {format.Indent}",
                    list.Version,
                    async () =>
                    {
                        var countries = ToJson(mapper.Map<SeedCountry[]>(list.Items.Value));
                        var answer = new SeedAnswer(StatusCodes.Status200OK, countries);
                        return new Representation(await format.RenderAsync(answer), format.ContentType);
                    }
                ),
            errors => Task.FromResult<IResult>(SeedErrors.Answer(SeedForm.Empty, errors))
        );
    }

    private static async Task<IResult> Add(
        HttpRequest request,
        HttpLimits limits,
        ISender sender,
        IMapper mapper,
        CancellationToken cancellationToken
    )
    {
        var read = await SeedRequest.ReadAsync(request, limits, cancellationToken);
        if (read.Refusal is not null)
            return read.Refusal;

        var added = await sender.Send(mapper.Map<AddCountry>(read.Form), cancellationToken);
        return added.Match<IResult>(
            country => new SeedAnswer(StatusCodes.Status201Created, ToJson(mapper.Map<SeedCountry>(country))),
            errors => SeedErrors.Answer(read.Form, errors)
        );
    }

    private static SeedAnswer Describe() => new(StatusCodes.Status200OK, SeedFormat.Description());

    private static SeedAnswer Refuse(HttpRequest request) =>
        SeedAnswer.Refusal(StatusCodes.Status405MethodNotAllowed, $"Method \"{request.Method}\" not allowed.");

    private static ILogger Logger(IEndpointRouteBuilder endpoints) =>
        endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SeedEndpoints));

    private static JsonNode ToJson<T>(T value) => JsonSerializer.SerializeToNode(value)!;
}
