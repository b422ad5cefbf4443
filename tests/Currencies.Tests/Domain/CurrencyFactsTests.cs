using System.Text.Json;
using Currencies.Domain;
using Currencies.Tests.DataSet;

namespace Currencies.Tests.Domain;

/// <summary>What is said of a currency is moved member by member: by an edit, by a newer data set, into the history.</summary>
[TestFixture]
internal sealed class CurrencyFactsTests
{
    [Test]
    public void Every_property_of_a_profile_is_moved_by_a_member()
    {
        var empty = PropertiesOf(CurrencyProfile.Empty);
        var blank = CurrencyFacts.Create(new CurrencyStatement("X", null, null, CurrencyProfile.Empty)).Value;
        var moved = new HashSet<string>();

        foreach (var currency in CurrencyFiles.Currencies.Values)
        {
            var wanted = PropertiesOf(currency.Profile);
            var taken = PropertiesOf(Taken(blank, currency.Facts).Profile);
            Assert.That(wanted.Keys.Where(name => taken[name] != wanted[name]), Is.Empty, currency.Code.Value);
            moved.UnionWith(wanted.Keys.Where(name => wanted[name] != empty[name]));
        }
        Assert.That(empty.Keys.Except(moved), Is.Empty, "never tried");
    }

    private static CurrencyFacts Taken(CurrencyFacts into, CurrencyFacts from) =>
        CurrencyFacts.Members.Aggregate(into, (facts, member) => member.Take(facts, from));

    private static Dictionary<string, string> PropertiesOf(CurrencyProfile profile) =>
        JsonSerializer
            .SerializeToNode(profile)!
            .AsObject()
            .ToDictionary(property => property.Key, property => property.Value?.ToJsonString() ?? "");
}
