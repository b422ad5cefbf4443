using Microsoft.AspNetCore.Http;

namespace Shared.Api.Http;

/// <summary>Reads a request's body, but no more of it and no longer than allowed.</summary>
public static class BoundedBody
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="BadHttpRequestException">The body is longer (413) or comes more slowly (408) than the limits allow.</exception>
    public static async Task<byte[]> ReadBodyAsync(
        this HttpRequest request,
        HttpLimits limits,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(limits);
        if (request.ContentLength > limits.BodyBytes)
            throw TooLarge(limits);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limits.BodyTimeout);
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, time.Token)) > 0)
            {
                if (body.Length + read > limits.BodyBytes)
                    throw TooLarge(limits);
                body.Write(buffer, 0, read);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BadHttpRequestException(
                $"The body of the request took longer than {limits.BodyTimeout.TotalSeconds:0} seconds.",
                StatusCodes.Status408RequestTimeout
            );
        }
        return body.ToArray();
    }

    private static BadHttpRequestException TooLarge(HttpLimits limits) =>
        new($"The body of the request is larger than {limits.BodyBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
}
