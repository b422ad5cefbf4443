using System.Text.Unicode;
using ErrorOr;
using Shared.Api.Http;
using Shared.Application;

namespace Shared.Api.V1.Imports;

/// <summary>
/// Cuts a file into its records as it arrives: a line each or, in CSV, several where a quoted cell has line breaks. It
/// holds one record at a time, and of one that is too long nothing more than its beginning.
/// </summary>
internal sealed class LineReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly Stream stream;
    private readonly HttpLimits limits;
    private readonly bool hasQuotes;
    private readonly byte[] record;

    private int length;
    private int line = 1;
    private int firstLine = 1;
    private bool isTooLong;
    private bool isQuoted;
    private bool mayOpenQuote = true;

    /// <summary>Takes a file.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="limits">How long it and its lines may be.</param>
    /// <param name="hasQuotes">Whether a line break within quotes belongs to the record.</param>
    public LineReader(Stream stream, HttpLimits limits, bool hasQuotes)
    {
        (this.stream, this.limits, this.hasQuotes) = (stream, limits, hasQuotes);
        record = new byte[limits.BodyBytes];
    }

    /// <summary>Reads the file to its end.</summary>
    /// <param name="take">Takes a record, whose bytes are its own only until it returns; an error that it gives ends the reading.</param>
    /// <param name="progress">Is told how many bytes were read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why the file cannot be taken as a whole; nothing when it was read to its end.</returns>
    public async Task<IReadOnlyList<Error>> ReadAsync(
        Func<Line, IReadOnlyList<Error>> take,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[16 * 1024];
        long total = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += read;
            if (total > limits.ImportBytes)
                return [ImportErrors.TooLarge(limits.ImportBytes)];
            foreach (var one in buffer.AsSpan(0, read))
            {
                if (Put(one) && End(take) is { Count: > 0 } errors)
                    return errors;
            }
            progress?.Report(total);
        }
        return End(take);
    }

    /// <summary>Takes a byte, and says whether it ends the record.</summary>
    private bool Put(byte one)
    {
        if (one == '\n')
        {
            line++;
            if (!isQuoted)
                return true;
        }
        if (hasQuotes)
        {
            // A quote opens a cell at its beginning, and again right after it closed one: "" is a quote in the text.
            if (one == '"' && (isQuoted || mayOpenQuote))
                (isQuoted, mayOpenQuote) = (!isQuoted, isQuoted);
            else
                mayOpenQuote = one == ',';
        }
        if (length < record.Length)
            record[length++] = one;
        else
            isTooLong = true;
        return false;
    }

    private IReadOnlyList<Error> End(Func<Line, IReadOnlyList<Error>> take)
    {
        var bytes = record.AsMemory(0, length);
        if (firstLine == 1 && bytes.Span.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        if (bytes.Span is [.., (byte)'\r'])
            bytes = bytes[..^1];
        var fault =
            isTooLong ? ImportErrors.LineTooLong(record.Length)
            : isQuoted ? ImportErrors.OpenQuote
            : !Utf8.IsValid(bytes.Span) ? ImportErrors.NotUtf8
            : (Error?)null;
        var isBlank = bytes.Span.IndexOfAnyExcept(" \t"u8) < 0 && !isTooLong;
        var errors = isBlank ? [] : take(new Line(firstLine, bytes, fault));
        (length, firstLine, isTooLong, isQuoted, mayOpenQuote) = (0, line, false, false, true);
        return errors;
    }
}

/// <summary>A record of a file as it stands there.</summary>
/// <param name="Number">The number of its first line in the file, from 1.</param>
/// <param name="Bytes">Its bytes, without the line's end.</param>
/// <param name="Fault">Why it cannot be read, if so.</param>
internal readonly record struct Line(int Number, ReadOnlyMemory<byte> Bytes, Error? Fault);
