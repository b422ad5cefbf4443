using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Countries.Api.Seed;

/// <summary>Reads the two formats of HTML forms. Of two equal members the last counts; a file is no text.</summary>
internal static class SeedForms
{
    /// <summary>Reads <c>a=1&amp;b=2</c>. The framework's reader refuses U+0000, which has an answer of its own here.</summary>
    public static SeedRequest ReadUrlEncoded(byte[] body)
    {
        var members = Encoding
            .UTF8.GetString(body)
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .ToLookup(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair.ElementAtOrDefault(1)));
        return SeedRequest.Of(new SeedForm(FieldOf("country_name"), FieldOf("local_currency")));

        SeedField FieldOf(string name) =>
            members.Contains(name) ? SeedField.Of(members[name].Last() ?? "") : SeedField.Missing;
    }

    /// <summary>Reads <c>multipart/form-data</c>.</summary>
    public static async Task<SeedRequest> ReadMultipartAsync(
        HttpRequest request,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        request.Body = new MemoryStream(body);
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return SeedRequest.Of(new SeedForm(FieldOf("country_name"), FieldOf("local_currency")));

            SeedField FieldOf(string name)
            {
                if (form.Files.GetFile(name) is not null)
                    return SeedField.NotAString;
                return form.TryGetValue(name, out var values) && values.Count > 0
                    ? SeedField.Of(values[^1] ?? "")
                    : SeedField.Missing;
            }
        }
        // Broken boundaries, too many parts, a part in an encoding that is switched off.
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return SeedRequest.Malformed("Multipart form", e.Message);
        }
    }
}
