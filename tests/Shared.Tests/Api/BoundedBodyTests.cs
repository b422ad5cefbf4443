using System.Security.Cryptography;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Shared.Api.Http;

namespace Shared.Tests.Api;

/// <summary>No more of a request's body is read than allowed.</summary>
[TestFixture]
internal sealed class BoundedBodyTests
{
    [Test]
    public async Task A_body_is_read_whole_up_to_the_last_byte_allowed([Values] bool lengthIsKnown)
    {
        var sent = RandomNumberGenerator.GetBytes(10_000);

        var read = await RequestWith(new Trickle(sent), lengthIsKnown ? 10_000 : null)
            .ReadBodyAsync(Limits(10_000), CancellationToken.None);

        Assert.That(read, Is.EqualTo(sent));
    }

    [Test]
    public void One_byte_more_is_too_large([Values] bool lengthIsKnown)
    {
        var request = RequestWith(new Trickle(new byte[10_001]), lengthIsKnown ? 10_001 : null);

        Assert.That(
            async () => await request.ReadBodyAsync(Limits(10_000), CancellationToken.None),
            Throws
                .TypeOf<BadHttpRequestException>()
                .With.Property(nameof(BadHttpRequestException.StatusCode))
                .EqualTo(StatusCodes.Status413PayloadTooLarge)
                .And.Message.Contains("10000 bytes")
        );
    }

    [Test]
    public void A_body_that_says_it_is_too_large_is_not_read_at_all()
    {
        var body = new Trickle(new byte[50]);

        Assert.That(
            async () => await RequestWith(body, long.MaxValue).ReadBodyAsync(Limits(10), CancellationToken.None),
            Throws.TypeOf<BadHttpRequestException>()
        );
        Assert.That(body.Position, Is.Zero);
    }

    [Test]
    public void A_body_without_end_is_left_soon_after_the_limit()
    {
        var body = new Trickle(new byte[1_000_000]);

        Assert.That(
            async () => await RequestWith(body, null).ReadBodyAsync(Limits(10), CancellationToken.None),
            Throws.TypeOf<BadHttpRequestException>()
        );
        Assert.That(body.Position, Is.LessThan(10_000));
    }

    [Test]
    public async Task No_body_is_no_bytes() =>
        Assert.That(await RequestWith(Stream.Null, null).ReadBodyAsync(Limits(10), CancellationToken.None), Is.Empty);

    [Test]
    public void A_reader_that_goes_away_ends_the_reading() =>
        Assert.That(
            async () => await RequestWith(new Trickle(new byte[5]), 5).ReadBodyAsync(Limits(10), new(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>()
        );

    [Test]
    public Task Whatever_its_size_a_body_comes_whole_or_is_refused() =>
        Gen.Select(Gen.Int[0, 9000], Gen.Int[1, 9000])
            .SampleAsync(
                async (size, limit) =>
                {
                    try
                    {
                        var read = await RequestWith(new Trickle(new byte[size]), null)
                            .ReadBodyAsync(Limits(limit), CancellationToken.None);
                        return read.Length == size && size <= limit;
                    }
                    catch (BadHttpRequestException)
                    {
                        return size > limit;
                    }
                },
                iter: 50
            );

    [Test]
    public void A_body_that_never_comes_is_given_up_with_408()
    {
        var limits = new HttpLimits { BodyTimeout = TimeSpan.FromMilliseconds(20) };

        Assert.That(
            async () => await RequestWith(new Silence(), null).ReadBodyAsync(limits, CancellationToken.None),
            Throws
                .TypeOf<BadHttpRequestException>()
                .With.Property(nameof(BadHttpRequestException.StatusCode))
                .EqualTo(StatusCodes.Status408RequestTimeout)
        );
    }

    private static HttpLimits Limits(int bytes) => new() { BodyBytes = bytes };

    private static HttpRequest RequestWith(Stream body, long? length)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = body;
        http.Request.ContentLength = length;
        return http.Request;
    }

    /// <summary>A body that comes in small pieces, as from the network.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 777)], cancellationToken);
    }

    /// <summary>A client that says it sends a body and does not.</summary>
    private sealed class Silence : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
