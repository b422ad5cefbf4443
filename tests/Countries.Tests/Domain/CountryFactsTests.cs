using System.Text.Json;
using Countries.Domain;
using Countries.Infrastructure.DataSet;

namespace Countries.Tests.Domain;

/// <summary>What is said of a country is moved member by member: by an edit, by a newer data set, into the history.</summary>
[TestFixture]
internal sealed class CountryFactsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Every_property_of_a_profile_is_moved_by_a_member()
    {
        var empty = PropertiesOf(CountryProfile.Empty);
        var blank = Country
            .AddLocal(CountryId.New(Now), CountryName.Create("X").Value, LocalCurrencyName.Create("Y").Value, null, Now)
            .Facts;
        var moved = new HashSet<string>();

        foreach (var country in CountryDataSet.Read(Now))
        {
            var wanted = PropertiesOf(country.Profile);
            var taken = PropertiesOf(Taken(blank, country.Facts).Profile);
            Assert.That(wanted.Keys.Where(name => taken[name] != wanted[name]), Is.Empty, country.Name.Value);
            moved.UnionWith(wanted.Keys.Where(name => wanted[name] != empty[name]));
        }
        Assert.That(empty.Keys.Except(moved), Is.Empty, "never tried");
    }

    private static CountryFacts Taken(CountryFacts into, CountryFacts from) =>
        CountryFacts.Members.Aggregate(into, (facts, member) => member.Take(facts, from));

    /// <summary>The values of the profile and of its parts, by path.</summary>
    private static Dictionary<string, string> PropertiesOf(CountryProfile profile)
    {
        string[] parts = ["Names", "Standing", "Geography", "Society", "Conventions"];
        var whole = JsonSerializer.SerializeToNode(profile)!.AsObject();
        return whole
            .Where(property => !parts.Contains(property.Key))
            .Concat(
                parts.SelectMany(part =>
                    whole[part]!.AsObject().Select(p => KeyValuePair.Create($"{part}.{p.Key}", p.Value))
                )
            )
            .ToDictionary(property => property.Key, property => property.Value?.ToJsonString() ?? "");
    }
}
