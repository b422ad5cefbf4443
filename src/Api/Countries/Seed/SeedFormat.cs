using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Shared.Api.Negotiation;
using Shared.Api.Pages;

namespace Countries.Api.Seed;

/// <summary>The format of an answer, as the request asked for it with <c>?format=</c> or <c>Accept</c>.</summary>
internal sealed class SeedFormat
{
    private static readonly Kind[] Kinds =
    [
        new("json", "application/json", ""),
        new("api", "text/html", "; charset=utf-8"),
        new("xml", "application/xml", "; charset=utf-8"),
        new("xml", "text/xml", "; charset=utf-8"),
        new("csv", "text/csv", "; charset=utf-8"),
    ];

    private readonly Kind kind;
    private readonly HttpContext http;

    private SeedFormat(HttpContext http)
    {
        this.http = http;
        var offers = Kinds;
        // Of several the last counts, as in the seed.
        if (http.Request.Query["format"] is [.., { Length: > 0 } name])
        {
            offers = [.. Kinds.Where(k => k.Name == name)];
            Known = offers.Length > 0;
        }
        var (chosen, range) = Known ? Accept.Choose(http.Request.Headers.Accept, offers, k => k.MediaType) : default;
        // A format that was named is served whatever the client accepts.
        Acceptable = chosen is not null || offers != Kinds;
        kind = chosen ?? offers.FirstOrDefault() ?? Kinds[0];
        ContentType = kind.ContentType;
        Indent = kind.Name == "json" ? IndentOf(range) : 0;
    }

    /// <summary>Whether the format that was named exists.</summary>
    public bool Known { get; } = true;

    /// <summary>Whether the client takes any of the formats.</summary>
    public bool Acceptable { get; } = true;

    /// <summary>The value of the answer's Content-Type.</summary>
    public string ContentType { get; }

    /// <summary>How many spaces each level of JSON is indented by; 0 for none.</summary>
    public int Indent { get; }

    /// <summary>The format of the exchange; agreed on once.</summary>
    public static SeedFormat Of(HttpContext http)
    {
        if (http.Features.Get<SeedFormat>() is { } agreed)
            return agreed;
        var format = new SeedFormat(http);
        http.Features.Set(format);
        return format;
    }

    /// <summary>Lets a handler take the format as a parameter.</summary>
    public static ValueTask<SeedFormat?> BindAsync(HttpContext http, ParameterInfo parameter) => new(Of(http));

    /// <summary>What OPTIONS answers.</summary>
    public static JsonObject Description() =>
        new()
        {
            ["name"] = "Country",
            ["description"] = "Every country of the world with its local currency, and those that were added here.",
            ["renders"] = new JsonArray([.. Kinds.Select(k => JsonValue.Create(k.MediaType))]),
            ["parses"] = new JsonArray([.. SeedRequest.MediaTypes.Select(type => JsonValue.Create(type))]),
        };

    /// <summary>Writes an answer.</summary>
    public async Task<byte[]> RenderAsync(SeedAnswer answer) =>
        kind.Name switch
        {
            "xml" => SeedWriters.Xml(answer.Body),
            "csv" => SeedWriters.Csv(answer.Body),
            "api" => await http
                .RequestServices.GetRequiredService<PageRenderer>()
                .RenderAsync<SeedPage>(new() { [nameof(SeedPage.Answer)] = answer }),
            _ => SeedWriters.Json(answer.Body, Indent),
        };

    private static int IndentOf(MediaTypeHeaderValue? range)
    {
        var indent = range?.Parameters.FirstOrDefault(p => p.Name.Equals("indent", StringComparison.OrdinalIgnoreCase));
        return int.TryParse(indent?.Value.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var spaces)
            ? Math.Clamp(spaces, 0, 8)
            : 0;
    }

    private sealed record Kind(string Name, string MediaType, string Charset)
    {
        public string ContentType { get; } = MediaType + Charset;
    }
}
