using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Shared.Api.Assets;
using Shared.Api.Http;
using Shared.Api.Negotiation;
using Shared.Api.Pages;

namespace Shared.Api.Problems;

/// <summary>
/// Writes every problem (RFC 9457): as XML to a client that wants XML, as a page to a browser, else as JSON, also to a
/// client that did not ask for it. The framework's own writer gives such a client plain text.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    private const string Json = "application/problem+json";
    private const string Xml = "application/problem+xml";
    private const string Html = "text/html";
    private static readonly string[] Offers = [Json, "application/json", Xml, "application/xml", "text/xml"];
    private static readonly string[] OffersOfPages = [.. Offers, Html];
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var problem = context.ProblemDetails;
        problem.Status ??= response.StatusCode;
        // The framework fills in addresses of a document that says nothing about this service.
        var title = ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problem.Title = title;
        problem.Instance ??= request.PathBase.Add(request.Path).ToUriComponent();
        if (!problem.Extensions.ContainsKey("code"))
            problem.Extensions["code"] = HttpProblems.CodeOf(problem.Status.Value);
        problem.Type = DocumentEndpoints.AddressOf($"{problem.Extensions["code"]}");
        // The same id stands in the log, so that a complaint finds its line.
        problem.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;

        var offers = IsDescribed(context.HttpContext) ? Offers : OffersOfPages;
        var format = Accept.Choose(request.Headers.Accept, offers, offer => offer).Offer;
        if (format == Html)
        {
            await PageOf(problem).ExecuteAsync(context.HttpContext);
            return;
        }
        var asXml = format?.EndsWith("xml", StringComparison.Ordinal) == true;
        var content = asXml ? ToXml(problem) : JsonSerializer.SerializeToUtf8Bytes(problem, problem.GetType(), Options);
        response.ContentType = asXml ? $"{Xml}; charset=utf-8" : Json;
        response.ContentLength = content.Length;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
    }

    /// <summary>Whether the OpenAPI document says how the endpoint answers: then it does so, to a browser too.</summary>
    private static bool IsDescribed(HttpContext http)
    {
        // Whoever answers an exception has taken the endpoint away.
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint is not null && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null;
    }

    private static PageAnswer<RefusalPage> PageOf(ProblemDetails problem)
    {
        var status = problem.Status!.Value;
        return new(
            status,
            new()
            {
                [nameof(RefusalPage.Status)] = status,
                [nameof(RefusalPage.Sentence)] = problem.Detail ?? HttpProblems.SentenceOf(status),
                [nameof(RefusalPage.ToReport)] =
                    status == StatusCodes.Status500InternalServerError ? problem.Extensions["traceId"] : null,
            }
        );
    }

    /// <summary>The XML of RFC 7807, appendix A: members of ours stand in the same namespace.</summary>
    private static byte[] ToXml(ProblemDetails problem)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, XmlRules.Settings))
        {
            var members = JsonSerializer.SerializeToElement(problem, problem.GetType(), Options);
            writer.WriteStartElement("problem", "urn:ietf:rfc:7807");
            WriteMembers(writer, members);
            writer.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void WriteMembers(XmlWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    WriteElement(writer, member.Name, member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    WriteElement(writer, "i", item);
                break;
            default:
                writer.WriteString(XmlRules.Clean(value.ToString()));
                break;
        }
    }

    private static void WriteElement(XmlWriter writer, string name, JsonElement value)
    {
        writer.WriteStartElement(XmlConvert.EncodeLocalName(name));
        WriteMembers(writer, value);
        writer.WriteEndElement();
    }
}
