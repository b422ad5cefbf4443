using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Shared.Api.Problems;

namespace Countries.Api.Seed;

/// <summary>An answer as a tree; the agreed format writes it. Public, as the page that shows it must be.</summary>
public sealed record SeedAnswer(int Status, JsonNode Body) : IResult
{
    /// <summary>What was posted, so that the page can show it again beside what is wrong with it.</summary>
    public SeedForm? Form { get; init; }

    /// <summary>An answer that says one sentence.</summary>
    public static SeedAnswer Refusal(int status, string sentence) =>
        new(status, new JsonObject { ["detail"] = sentence });

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var format = SeedFormat.Of(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        ExceptionAnswers.AdviseRetry(response);
        var content = await format.RenderAsync(this with { Method = httpContext.Request.Method });
        response.ContentType = format.ContentType;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    /// <summary>The method that is answered, for the page.</summary>
    public string Method { get; init; } = HttpMethods.Get;
}
