namespace Shared.Application.Lists;

/// <summary>Finds the known word that somebody may have meant.</summary>
public static class Nearest
{
    // Longer words are no typing errors; they would only cost time.
    private const int LongestWord = 64;

    // Texts as short as the codes of countries and currencies: almost any of them is one letter from some code.
    private const int LongestCode = 3;

    /// <summary>
    /// The known word nearest to a text: it begins with it, or a third of its letters at most differ. A code is near only with
    /// two letters swapped or one replaced, and when it is the only one.
    /// </summary>
    /// <returns>The word, or <see langword="null"/> when none is near.</returns>
    public static string? To(string text, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(known);
        if (text.Length is 0 or > LongestWord)
            return null;
        var wanted = text.ToUpperInvariant();
        if (IsShort(text))
        {
            var words = known.ToLookup(IsShort);
            if (CodeNear(wanted, words[true]) is { } code)
                return code;
            known = words[false];
        }
        var most = Math.Max(1, (text.Length + 1) / 3);
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var word in known.Where(word => word.Length <= LongestWord))
        {
            var upper = word.ToUpperInvariant();
            var distance = EditDistance.Between(wanted, upper, most);
            // A word that was not written to its end is nearer than any other that is not nearly right.
            if (distance > 1 && wanted.Length >= 3 && upper.StartsWith(wanted, StringComparison.Ordinal))
                distance = 1;
            if (distance <= most && distance < bestDistance)
                (best, bestDistance) = (word, distance);
        }
        return best;
    }

    /// <summary>Whether a text is no longer than a code. So few letters also stand in many names.</summary>
    internal static bool IsShort(string text) => text.Length <= LongestCode;

    private static string? CodeNear(string wanted, IEnumerable<string> codes)
    {
        var near = codes
            .Where(code => code.Length == wanted.Length)
            .Select(code => (Code: code, Upper: code.ToUpperInvariant()))
            .Where(code => EditDistance.Between(wanted, code.Upper, 1) <= 1)
            .DistinctBy(code => code.Upper)
            .ToList();
        var swapped = near.FindAll(code => code.Upper.Order().SequenceEqual(wanted.Order()));
        return swapped is [var same] ? same.Code
            : near is [var only] ? only.Code
            : null;
    }
}

/// <summary>How many letters must be put in, left out, replaced or swapped with their neighbour to make one text of another.</summary>
public static class EditDistance
{
    /// <summary>The distance (Damerau-Levenshtein, no letter touched twice), or anything above <paramref name="most"/> when it is more.</summary>
    /// <param name="left">A text.</param>
    /// <param name="right">Another text.</param>
    /// <param name="most">What is more is not counted to its end.</param>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
            return most + 1;
        var width = right.Length + 1;
        // Three rows: of the letter before the last, of the last, and of this one.
        Span<int> rows = width <= 128 ? stackalloc int[width * 3] : new int[width * 3];
        var before = rows[..width];
        var last = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                row[j] = distance;
                least = Math.Min(least, distance);
            }
            // A swap reaches back over one row, so two rows must be too far.
            if (least > most + 1)
                return most + 1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[right.Length];
    }
}
