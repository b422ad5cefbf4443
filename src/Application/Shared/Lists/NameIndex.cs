using System.Numerics;

namespace Shared.Application.Lists;

/// <summary>Finds rows by all their names. Made once for a picture of the rows; it never changes.</summary>
public sealed class NameIndex
{
    private static readonly int Block = Vector<ulong>.Count;

    // All names in one array, so that a search walks through memory once; those of one row stand side by side.
    private readonly SearchText[] names;
    private readonly int[] rows;

    // Their sets of letters and of pairs of letters, with empty ones up to a whole block: most names are ruled out without
    // being looked at.
    private readonly ulong[] letters;
    private readonly ulong[] pairs;

    /// <summary>Makes the index.</summary>
    /// <param name="namesOfRows">The names of each row.</param>
    public NameIndex(IEnumerable<IReadOnlyList<SearchText>> namesOfRows)
    {
        var all = namesOfRows
            .SelectMany((namesOfRow, row) => namesOfRow.Select(name => (Name: name, Row: row)))
            .ToList();
        names = [.. all.Select(one => one.Name)];
        rows = [.. all.Select(one => one.Row)];
        letters = [.. names.Select(name => name.Letters), .. new ulong[Block]];
        pairs = [.. names.Select(name => name.Pairs), .. new ulong[Block]];
    }

    /// <summary>The rows of which a name answers to what is searched for, with the best answer of each. Typing errors are forgiven only where nothing else is found.</summary>
    public IReadOnlyList<NameMatch> Search(string text)
    {
        var wanted = new SearchText(text);
        if (wanted.Text.Length == 0)
            return [];
        var matches = Find(wanted, MatchRank.Contains);
        return matches.Count > 0 ? matches : Find(wanted, MatchRank.TwoErrors);
    }

    private List<NameMatch> Find(SearchText wanted, MatchRank worst)
    {
        var matches = new List<NameMatch>();
        var needed = new Vector<ulong>(wanted.Pairs);
        for (var start = 0; start < names.Length; start += Block)
        {
            // All pairs at once, for as many names as the processor compares at a time.
            if (worst == MatchRank.Contains && !Vector.EqualsAny(new Vector<ulong>(pairs, start) & needed, needed))
                continue;
            for (var i = start; i < Math.Min(start + Block, names.Length); i++)
            {
                if (wanted.MayMatch(letters[i], pairs[i], worst) && names[i].Match(wanted, worst) is { } rank)
                    Keep(matches, new NameMatch(rows[i], rank, names[i].Name));
            }
        }
        return matches;
    }

    /// <summary>The best answer of a row stands last, where the names of the row are looked at.</summary>
    private static void Keep(List<NameMatch> matches, NameMatch match)
    {
        if (matches.Count == 0 || matches[^1].Row != match.Row)
            matches.Add(match);
        else if (match.Rank < matches[^1].Rank)
            matches[^1] = match;
    }
}

/// <summary>A row that was found.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Rank">How well it answers.</param>
/// <param name="Name">The name that answers.</param>
public readonly record struct NameMatch(int Row, MatchRank Rank, string Name);
