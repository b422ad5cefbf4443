using System.Globalization;

namespace Shared.Api.Commands;

/// <summary>A bar that tells a person how far a command is. It writes nothing where nobody watches: into a file or a pipe.</summary>
/// <param name="output">The stream that the person sees, apart from what the command answers.</param>
/// <param name="isWatched">Whether it is a terminal.</param>
/// <param name="whole">How much there is to do; nothing when that is not known.</param>
public sealed class ProgressBar(TextWriter output, bool isWatched, long? whole) : IProgress<long>, IDisposable
{
    private const int Width = 40;
    private string shown = "";

    /// <inheritdoc />
    public void Report(long value)
    {
        if (!isWatched)
            return;
        var text = whole is > 0 and var all ? Bar((double)value / all) : Count(value);
        // A terminal is slow; most reports change nothing that can be seen.
        if (text != shown)
            output.Write($"\r{text}");
        shown = text;
    }

    /// <summary>Wipes the bar away.</summary>
    public void Dispose()
    {
        if (shown.Length > 0)
            output.Write($"\r{new string(' ', shown.Length)}\r");
        shown = "";
    }

    private static string Bar(double part)
    {
        var done = (int)(Math.Min(part, 1) * Width);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', done)}{new string('.', Width - done)}] {Math.Min(part, 1) * 100, 3:0} %"
        );
    }

    private static string Count(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024, 8:0} KiB read");
}
