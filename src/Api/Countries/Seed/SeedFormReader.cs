using Microsoft.AspNetCore.Http;
using Shared.Api.Http;

namespace Countries.Api.Seed;

/// <summary>Reads the two formats of HTML forms. Of two equal members the last counts; a file is no text.</summary>
internal static class SeedFormReader
{
    /// <summary>Reads <c>a=1&amp;b=2</c>.</summary>
    public static SeedRequest ReadUrlEncoded(byte[] body)
    {
        var members = UrlEncodedForm.Read(body);
        return SeedRequest.Of(new SeedForm(FieldOf("country_name"), FieldOf("local_currency")));

        SeedField FieldOf(string name) =>
            members.Contains(name) ? SeedField.Of(members[name].Last()) : SeedField.Missing;
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
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            return SeedRequest.Malformed("Multipart form", e.Message);
        }
        // The body was read before, so nothing but its end can be missing; the exception speaks of streams.
        catch (IOException)
        {
            return SeedRequest.Malformed("Multipart form", "the last boundary is missing");
        }
    }
}
