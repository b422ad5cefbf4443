using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Shared.Api.Http;

namespace Countries.Api.Seed;

/// <summary>What came of reading a request: the form, or the answer that refuses it.</summary>
/// <param name="Form">What was posted; of no meaning beside a refusal.</param>
/// <param name="Refusal">The answer, when the body as a whole cannot be understood.</param>
internal sealed record SeedRequest(SeedForm Form, SeedAnswer? Refusal)
{
    /// <summary>The media types that can be read.</summary>
    public static readonly string[] MediaTypes =
    [
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/xml",
        "text/xml",
    ];

    /// <summary>Reads the body in the format that it says it has.</summary>
    public static async Task<SeedRequest> ReadAsync(
        HttpRequest request,
        HttpLimits limits,
        CancellationToken cancellationToken
    )
    {
        var body = await request.ReadBodyAsync(limits, cancellationToken);
        // Without a body the seed never looked at its type.
        if (body.Length == 0)
            return Of(SeedForm.Empty);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsUtf8(type))
            return Unsupported(request);
        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/json" => SeedJson.Read(body),
            "application/xml" or "text/xml" => SeedXml.Read(body),
            "application/x-www-form-urlencoded" => SeedFormReader.ReadUrlEncoded(body),
            "multipart/form-data" => await SeedFormReader.ReadMultipartAsync(request, body, cancellationToken),
            _ => Unsupported(request),
        };
    }

    /// <summary>A body that was read.</summary>
    public static SeedRequest Of(SeedForm form) => new(form, null);

    /// <summary>A body that does not keep to its format's rules.</summary>
    /// <param name="format">The format's name.</param>
    /// <param name="reason">What is wrong with it.</param>
    public static SeedRequest Malformed(string format, string reason) =>
        new(SeedForm.Empty, SeedAnswer.Refusal(StatusCodes.Status400BadRequest, $"{format} parse error - {reason}"));

    /// <summary>A body that keeps to the rules, but is no set of members.</summary>
    public static SeedRequest NoMembers(string sentence) =>
        new(
            SeedForm.Empty,
            new SeedAnswer(
                StatusCodes.Status400BadRequest,
                new JsonObject { ["non_field_errors"] = new JsonArray(JsonValue.Create(sentence)) }
            )
        );

    private static bool IsUtf8(MediaTypeHeaderValue type)
    {
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        return !charset.HasValue
            || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);
    }

    private static SeedRequest Unsupported(HttpRequest request) =>
        new(
            SeedForm.Empty,
            SeedAnswer.Refusal(
                StatusCodes.Status415UnsupportedMediaType,
                $"Unsupported media type \"{request.ContentType}\" in request."
            )
        );
}
