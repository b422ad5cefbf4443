using Microsoft.AspNetCore.Http;

namespace Shared.Api.Http;

/// <summary>Reads a request's body, but no more of it than allowed.</summary>
public static class BoundedBody
{
    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes to take.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BadHttpRequestException">The body is longer (413).</exception>
    public static async Task<byte[]> ReadBodyAsync(
        this HttpRequest request,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ContentLength > limit)
            throw TooLarge(limit);
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > limit)
                throw TooLarge(limit);
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static BadHttpRequestException TooLarge(int limit) =>
        new($"The body of the request is larger than {limit} bytes.", StatusCodes.Status413PayloadTooLarge);
}
