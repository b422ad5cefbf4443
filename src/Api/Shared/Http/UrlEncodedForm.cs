using System.Net;
using System.Text;

namespace Shared.Api.Http;

/// <summary>Reads what a form of a page posts. The framework's reader refuses U+0000, which is an error of a field here.</summary>
public static class UrlEncodedForm
{
    /// <summary>The texts of each field of <c>a=1&amp;b=2</c>, in the order in which they stand there.</summary>
    /// <param name="body">The body, in UTF-8.</param>
    public static ILookup<string, string> Read(byte[] body) =>
        Encoding
            .UTF8.GetString(body)
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToLookup(
                pair => WebUtility.UrlDecode(pair[0]),
                pair => pair.Length < 2 ? "" : WebUtility.UrlDecode(pair[1])
            );
}
