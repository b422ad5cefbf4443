using CsCheck;
using Shared.Application.Lists;

namespace Shared.Tests.Application;

/// <summary>Names are found as people type them.</summary>
[TestFixture]
internal sealed class SearchTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char['a', 'e'], 0, 8];

    [TestCase("Côte d’Ivoire", "cote d'ivoire")]
    [TestCase("Guinea-Bissau", "GUINEA BISSAU")]
    [TestCase("Åland", "aland")]
    [TestCase("Türkiye", "turkiye")]
    [TestCase("São Tomé", "sao tome")]
    [TestCase("Việt Nam", "viet nam")]
    [TestCase("Færøerne", "faeroerne")]
    [TestCase("St. Lucia", "st lucia")]
    [TestCase("Ελλάδα", "ελλαδα")]
    public void Case_accents_and_punctuation_do_not_count(string name, string typed) =>
        Assert.That(Rank(name, typed), Is.EqualTo(MatchRank.Exact));

    [TestCase("Switzerland", "switz", MatchRank.Prefix)]
    [TestCase("New Zealand", "zea", MatchRank.WordPrefix)]
    [TestCase("Switzerland", "zerl", MatchRank.Contains)]
    [TestCase("Germany", "germny", MatchRank.OneError)]
    [TestCase("Germany", "gemrany", MatchRank.OneError)]
    [TestCase("Switzerland", "swizerlnd", MatchRank.TwoErrors)]
    [TestCase("Germany", "grmny", null)]
    [TestCase("Oman", "oma n", MatchRank.OneError)]
    [TestCase("Iran", "iraq", MatchRank.OneError)]
    [TestCase("Chad", "cha", MatchRank.Prefix)]
    [TestCase("Fiji", "abc", null)]
    public void What_is_typed_matches_in_one_way(string name, string typed, MatchRank? rank) =>
        Assert.That(Rank(name, typed), Is.EqualTo(rank));

    [Test]
    public void The_set_of_letters_rules_out_no_match() =>
        Gen.Select(Word, Word)
            .Where((name, typed) => typed.Length > 0)
            .Sample(
                (name, typed) =>
                {
                    var errors =
                        typed.Length < 4 ? 0
                        : typed.Length < 8 ? 1
                        : 2;
                    var expected = name.Contains(typed, StringComparison.Ordinal) || Slow(name, typed) <= errors;
                    return Rank(name, typed) is not null == expected;
                }
            );

    [Test]
    public void An_index_finds_what_a_look_at_every_name_finds() =>
        Gen.Select(Word.Array[0, 5].Array[0, 20], Gen.OneOf(Word, Gen.String[Gen.Char['a', 'e'], 1, 3]))
            .Sample((rows, typed) => Index(rows).Search(typed).SequenceEqual(OneByOne(rows, typed)));

    [Test]
    public void The_distance_is_that_of_the_definition() =>
        Gen.Select(Word, Word, Gen.Int[0, 9])
            .Sample(
                (left, right, most) =>
                {
                    var distance = EditDistance.Between(left, right, most);
                    var expected = Slow(left, right);
                    return expected <= most ? distance == expected : distance > most;
                }
            );

    [TestCase("populaton", "population")]
    [TestCase("pop", "population")]
    [TestCase("POPULATION", "population")]
    [TestCase("nmae", "name")]
    [TestCase("qqqqqq", null)]
    [TestCase("", null)]
    public void The_nearest_known_word_is_the_one_that_was_meant(string typed, string? meant) =>
        Assert.That(Nearest.To(typed, ["name", "population", "region"]), Is.EqualTo(meant));

    [TestCase("xx", null)]
    [TestCase("ed", "DE", Description = "two letters swapped")]
    [TestCase("dr", null, Description = "DE or FR")]
    [TestCase("due", "DEU", Description = "two letters swapped")]
    [TestCase("fxa", "FRA", Description = "one letter replaced")]
    [TestCase("de", "DE")]
    [TestCase("ax", null, Description = "a letter left out makes another code")]
    [TestCase("deut", "DEU")]
    [TestCase("nme", "name")]
    public void A_short_code_is_meant_only_when_no_other_one_is_as_near(string typed, string? meant) =>
        Assert.That(Nearest.To(typed, ["DE", "FR", "DEU", "FRA", "AXX", "name"]), Is.EqualTo(meant));

    private static MatchRank? Rank(string name, string typed) =>
        Index([
                [name],
            ])
            .Search(typed)
            is [var match]
            ? match.Rank
            : null;

    private static NameIndex Index(IEnumerable<string[]> rows) =>
        new(rows.Select(names => names.Select(name => new SearchText(name)).ToList()));

    /// <summary>The definition of a search: the best of the names of each row, and errors only where nothing is without.</summary>
    private static List<NameMatch> OneByOne(string[][] rows, string typed)
    {
        var wanted = new SearchText(typed);
        if (typed.Length == 0)
            return [];
        var exact = Best(MatchRank.Contains);
        return exact.Count > 0 ? exact : Best(MatchRank.TwoErrors);

        List<NameMatch> Best(MatchRank worst)
        {
            var found = new List<NameMatch>();
            for (var row = 0; row < rows.Length; row++)
            {
                var matches =
                    from name in rows[row]
                    let rank = new SearchText(name).Match(wanted, worst)
                    where rank is not null
                    orderby rank
                    select new NameMatch(row, rank.Value, name);
                found.AddRange(matches.Take(1));
            }
            return found;
        }
    }

    /// <summary>The definition of the distance, with a whole table.</summary>
    private static int Slow(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    least = Math.Min(least, table[i - 2, j - 2] + 1);
                table[i, j] = least;
            }
        }
        return table[left.Length, right.Length];
    }
}
