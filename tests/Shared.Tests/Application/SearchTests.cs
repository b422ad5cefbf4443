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

    private static MatchRank? Rank(string name, string typed) =>
        new NameIndex([
            [new SearchText(name)],
        ]).Search(typed)
            is [var match]
            ? match.Rank
            : null;

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
