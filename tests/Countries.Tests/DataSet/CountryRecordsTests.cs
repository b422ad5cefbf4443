using System.Text.RegularExpressions;
using Countries.Domain;
using Countries.Infrastructure.DataSet;
using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Countries.Tests.DataSet;

/// <summary>What must be true of the records in every build of the data set.</summary>
[TestFixture]
internal sealed class CountryRecordsTests
{
    private static IEnumerable<CountryEntry> All => CountryFiles.Countries.Values;

    [Test]
    public void There_are_250_records_the_249_of_ISO_3166_1_and_Kosovo()
    {
        Assert.That(All.Count(), Is.EqualTo(250));
        Assert.That(All.Where(c => c.Status != "officially-assigned").Select(c => c.Alpha2), Is.EqualTo(["XK"]));
        Assert.That(All.Where(c => c.Numeric is null).Select(c => c.Alpha2), Is.EqualTo(["XK"]));
    }

    [Test]
    public void The_United_Nations_have_193_members()
    {
        Assert.That(All.Count(c => c.UnMember), Is.EqualTo(193));
        Assert.That(CountryFiles.Countries["GW"].UnMember, Is.True);
        Assert.That(All.Where(c => c.UnMember && !c.Independent), Is.Empty, "and all of them are sovereign");
    }

    [Test]
    public void The_European_Union_has_27_members() => Assert.That(All.Count(c => c.EuMember), Is.EqualTo(27));

    [Test]
    public void No_code_and_no_name_is_given_twice() =>
        Assert.Multiple(() =>
        {
            Assert.That(All.Select(c => c.Alpha2), Is.Unique);
            Assert.That(All.Select(c => c.Alpha3), Is.Unique);
            Assert.That(All.Select(c => c.Numeric), Is.Unique);
            Assert.That(All.Select(c => CountryName.Create(c.Name).Value.Key), Is.Unique);
        });

    [Test]
    public void Every_record_but_Antarctica_has_a_region()
    {
        Assert.That(All.Where(c => c.Region is null).Select(c => c.Alpha2), Is.EqualTo(["AQ"]));
        Assert.That(All.Where(c => c.Subregion is null).Select(c => c.Alpha2), Is.EqualTo(["AQ"]));
    }

    [Test]
    public void Borders_go_both_ways()
    {
        var byAlpha3 = All.ToDictionary(c => c.Alpha3);
        var oneWay = from country in All from code in country.Borders select (country.Alpha3, Neighbour: code);

        Assert.That(
            oneWay.Where(pair => !byAlpha3[pair.Neighbour].Borders.Contains(pair.Alpha3)),
            Is.Empty,
            "each neighbour names the other"
        );
        Assert.That(CountryFiles.Countries["CH"].Borders, Is.EqualTo(["AUT", "DEU", "FRA", "ITA", "LIE"]));
        Assert.That(All.Where(c => c.Borders.Contains(c.Alpha3)), Is.Empty, "nobody borders itself");
    }

    [Test]
    public void Codes_that_point_to_another_record_find_one() =>
        Assert.That(
            All.Where(c => c.DependencyOf is { } owner && !CountryFiles.Countries.ContainsKey(owner)),
            Is.Empty
        );

    [Test]
    public void Every_record_has_a_name_in_each_of_117_languages()
    {
        Assert.That(CountryFiles.Names, Has.Count.EqualTo(117));
        foreach (var (locale, names) in CountryFiles.Names)
        {
            Assert.That(names.Keys, Is.EquivalentTo(CountryFiles.Countries.Keys), locale);
            Assert.That(names.Where(n => string.IsNullOrWhiteSpace(n.Value) || n.Value == n.Key), Is.Empty, locale);
        }
    }

    [TestCase("HK", "Hong Kong")]
    [TestCase("MM", "Myanmar")]
    [TestCase("MK", "North Macedonia")]
    [TestCase("SZ", "Eswatini")]
    [TestCase("TR", "Türkiye")]
    [TestCase("CZ", "Czechia")]
    [TestCase("GB", "United Kingdom")]
    [TestCase("XK", "Kosovo")]
    public void The_common_English_name_is_the_short_one_of_today(string alpha2, string name) =>
        Assert.That(CountryFiles.Countries[alpha2].Name, Is.EqualTo(name));

    [Test]
    public void Every_record_describes_its_flag_in_a_sentence_of_its_own()
    {
        Assert.That(All.Where(c => c.FlagDescription?.EndsWith('.') != true).Select(c => c.Alpha2), Is.Empty);
        Assert.That(All.Select(c => c.FlagDescription), Is.Unique);
        Assert.That(CountryFiles.Countries["JP"].FlagDescription, Does.Contain("red disc"));
    }

    [Test]
    public void Every_postal_code_expression_can_be_read() =>
        Assert.That(
            () => All.Where(c => c.PostalCode is not null).Select(c => new Regex(c.PostalCode!.Regex)).ToList(),
            Throws.Nothing
        );

    [Test]
    public void Every_record_becomes_a_country_with_its_names_and_parts()
    {
        var countries = CountryDataSet.Read(DateTimeOffset.UnixEpoch).ToDictionary(c => c.Codes!.Alpha2.Value);
        Assert.That(countries, Has.Count.EqualTo(250));
        var switzerland = countries["CH"];
        Assert.Multiple(() =>
        {
            Assert.That(switzerland.Name.Value, Is.EqualTo("Switzerland"));
            Assert.That(switzerland.Profile.Names.Localized["de"], Is.EqualTo("Schweiz"));
            Assert.That(switzerland.Profile.Names.Localized, Has.Count.EqualTo(117));
            Assert.That(switzerland.Profile.Society.Languages.Select(l => l.Iso6393), Does.Contain("roh"));
            Assert.That(switzerland.Profile.Subdivisions, Has.Count.EqualTo(26));
            Assert.That(switzerland.Profile.FlagDescription, Does.Contain("white upright cross"));
            Assert.That(switzerland.Profile.Geography.Centre, Is.EqualTo(new Coordinates(47, 8)));
            Assert.That(switzerland.TenderPeriods, Has.Count.EqualTo(3));
        });
    }

    [Test]
    public void Every_part_belongs_to_a_country_and_to_a_part_that_exist()
    {
        var parts = DataSetFiles.Read<CountryDataSet, SubdivisionEntry[]>("subdivisions.json");

        Assert.That(parts, Has.Length.GreaterThan(5000));
        Assert.That(parts.Select(p => p.Code), Is.Unique);
        Assert.That(parts.Where(p => !CountryFiles.Countries.ContainsKey(p.Country)), Is.Empty);
        var codes = parts.Select(p => p.Code).ToHashSet();
        Assert.That(parts.Where(p => p.Parent is not null && !codes.Contains(p.Parent)), Is.Empty);
    }
}
