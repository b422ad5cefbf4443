using System.Text;
using CsCheck;
using Shared.Api.Http;
using Shared.Api.V1.Imports;

namespace Shared.Tests.Api;

/// <summary>A file is cut into its records as it arrives, however it arrives.</summary>
[TestFixture]
internal sealed class LineReaderTests
{
    private static readonly HttpLimits Limits = new() { BodyBytes = 12, ImportBytes = 500 };

    [TestCase("a\nb\r\n\n  \nc", "1:a 2:b 5:c")]
    [TestCase("\uFEFFa\n\uFEFFb", "1:a 2:\uFEFFb")]
    [TestCase("a,\"b\nc\"\nd", "1:a,\"b|c\" 3:d")]
    [TestCase("\"b\"\"\n\"\nd", "1:\"b\"\"|\" 3:d")]
    [TestCase("a\"b\nc", "1:a\"b 2:c")]
    [TestCase("a\"\"b\nc", "1:a\"\"b 2:c")]
    [TestCase("a\n\"b\nc\n", "1:a 2:import.csv.quote")]
    [TestCase("123456789012\n1234567890123\nx", "1:123456789012 2:import.line.too_long 3:x")]
    [TestCase("\"1234567890\n1234567890\"\nx", "1:import.line.too_long 3:x")]
    public async Task Records_of_CSV_are_known_by_their_first_line(string file, string records) =>
        Assert.That(await ReadAsync(Encoding.UTF8.GetBytes(file), hasQuotes: true), Is.EqualTo(records));

    [Test]
    public async Task Without_quotes_every_line_is_a_record() =>
        Assert.That(await ReadAsync("\"a\nb\"\n"u8.ToArray(), hasQuotes: false), Is.EqualTo("1:\"a 2:b\""));

    [Test]
    public async Task A_line_that_is_no_UTF8_is_named_and_the_next_one_read() =>
        Assert.That(
            await ReadAsync([(byte)'a', 0xFF, (byte)'\n', (byte)'b'], hasQuotes: true),
            Is.EqualTo("1:import.line.encoding 2:b")
        );

    [Test]
    public async Task A_file_that_is_larger_than_allowed_is_not_read_on()
    {
        var stream = new Pieces(new byte[100_000], 100);

        var errors = await new LineReader(stream, Limits, hasQuotes: false).ReadAsync(
            _ => [],
            null,
            CancellationToken.None
        );

        Assert.That(errors.Single().Code, Is.EqualTo("import.too_large"));
        Assert.That(stream.Position, Is.LessThanOrEqualTo(600));
    }

    [Test]
    public Task However_a_file_is_cut_on_its_way_the_records_are_the_same() =>
        Gen.Select(
                Gen.OneOf((byte)'a', (byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)0xC3, (byte)0xA9).Array[0, 60],
                Gen.Int[1, 7]
            )
            .SampleAsync(
                async (file, piece) =>
                    await ReadAsync(file, hasQuotes: true) == await ReadAsync(file, hasQuotes: true, piece)
            );

    private static async Task<string> ReadAsync(byte[] file, bool hasQuotes, int piece = 1000)
    {
        var records = new List<string>();
        var errors = await new LineReader(new Pieces(file, piece), Limits, hasQuotes).ReadAsync(
            line =>
            {
                records.Add($"{line.Number}:{line.Fault?.Code ?? Encoding.UTF8.GetString(line.Bytes.Span)}");
                return [];
            },
            progress: null,
            CancellationToken.None
        );
        Assert.That(errors, Is.Empty);
        return string.Join(' ', records).Replace('\n', '|');
    }

    /// <summary>A stream that gives some bytes at a time.</summary>
    private sealed class Pieces(byte[] content, int size) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
