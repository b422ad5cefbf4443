namespace Shared.Application.Lists;

/// <summary>Finds rows by all their names. Made once for a picture of the rows; it never changes.</summary>
public sealed class NameIndex
{
    // All names in one array, so that a search walks through memory once; the names of row i end where those of the next begin.
    private readonly SearchText[] names;

    // Their sets of letters stand side by side: most names are ruled out without being looked at.
    private readonly ulong[] letters;
    private readonly int[] starts;

    /// <summary>Makes the index.</summary>
    /// <param name="namesOfRows">The names of each row.</param>
    public NameIndex(IEnumerable<IReadOnlyList<SearchText>> namesOfRows)
    {
        var rows = namesOfRows.ToList();
        names = [.. rows.SelectMany(row => row)];
        letters = Array.ConvertAll(names, name => name.Letters);
        starts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++)
            starts[row + 1] = starts[row] + rows[row].Count;
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
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            NameMatch? best = null;
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                if (
                    wanted.MayMatch(letters[i], worst)
                    && names[i].Match(wanted, worst) is { } rank
                    && (best is null || rank < best.Value.Rank)
                )
                    best = new NameMatch(row, rank, names[i].Name);
            }
            if (best is not null)
                matches.Add(best.Value);
        }
        return matches;
    }
}

/// <summary>A row that was found.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Rank">How well it answers.</param>
/// <param name="Name">The name that answers.</param>
public readonly record struct NameMatch(int Row, MatchRank Rank, string Name);
