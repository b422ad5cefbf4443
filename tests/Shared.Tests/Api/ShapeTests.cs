using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsCheck;
using Shared.Api.V1;
using Shared.Tests.Testing;

namespace Shared.Tests.Api;

/// <summary>One table of members is written in every format.</summary>
[TestFixture]
internal sealed class ShapeTests
{
    private static readonly Shape<Person> PersonShape = new("person")
    {
        { "name", "The name.", person => person.Name },
        { "born", "The day of birth.", person => person.Born },
    };

    private static readonly Shape<City> CityShape = new("city")
    {
        { "name", "The name.", city => city.Name },
        { "size", "How many live there.", city => city.Size },
        { "height", "Metres.", city => city.Height },
        { "old", "Whether it is old.", city => city.Old },
        { "tags", "Words.", city => city.Tags },
        { "mayor", "Who governs it.", city => city.Mayor, PersonShape },
        { "people", "Who lives there.", city => city.People, PersonShape },
    };

    private static readonly City Bern = new(
        "Bern",
        130_000,
        -5.5,
        true,
        ["a", "b"],
        new("Alec", new DateOnly(1970, 1, 2)),
        [new("Ann", null), new("Bob", null)]
    );

    private static readonly City Nowhere = new("=1+1", null, null, null, [], null, []);

    [Test]
    public void As_JSON_what_is_not_known_is_null() =>
        Assert.That(
            Write(new JsonFormat(), Nowhere),
            Is.EqualTo("""{"name":"=1+1","size":null,"height":null,"old":null,"tags":[],"mayor":null,"people":[]}""")
        );

    [Test]
    public void As_XML_what_is_not_known_is_left_out() =>
        Assert.That(
            Write(new XmlFormat("application/xml"), Nowhere),
            Does.EndWith("<city><name>=1+1</name><tags /><people /></city>")
        );

    [Test]
    public void As_CSV_lists_stand_in_one_cell_and_formulas_are_disarmed_but_numbers_stay() =>
        Assert.That(
            Write(new CsvFormat(), Bern) + Write(new CsvFormat(), Nowhere),
            Is.EqualTo(
                "name,size,height,old,tags,mayor.name,mayor.born,people\r\nBern,130000,-5.5,true,a;b,Alec,1970-01-02,Ann;Bob\r\n"
                    + "name,size,height,old,tags,mayor.name,mayor.born,people\r\n'=1+1,,,,,,,\r\n"
            )
        );

    [TestCase("size,name", """{"size":130000,"name":"Bern"}""")]
    [TestCase("mayor.name", """{"mayor":{"name":"Alec"}}""")]
    [TestCase("people.name,name", """{"people":[{"name":"Ann"},{"name":"Bob"}],"name":"Bern"}""")]
    [TestCase("mayor,mayor.name", """{"mayor":{"name":"Alec","born":"1970-01-02"}}""")]
    [TestCase("name,name", """{"name":"Bern"}""")]
    public void Fields_choose_members_also_within(string fields, string json) =>
        Assert.That(Write(new JsonFormat(), Bern, CityShape.Select(fields).Value), Is.EqualTo(json));

    [TestCase("people.name,people.born", "people.name,people.born\r\nAnn;Bob,;\r\n")]
    public void In_CSV_each_member_within_a_list_that_was_asked_for_is_a_column(string fields, string csv) =>
        Assert.That(Write(new CsvFormat(), Bern, CityShape.Select(fields).Value), Is.EqualTo(csv));

    [TestCase("nme", "name")]
    [TestCase("mayor.nam", "mayor.name")]
    [TestCase("name.x", "name")]
    [TestCase("", null)]
    [TestCase("mayor.", null)]
    [TestCase(".", null)]
    public void A_member_that_is_not_known_is_named_with_the_nearest(string fields, string? nearest)
    {
        var error = CityShape.Select(fields).FirstError;

        Assert.That(error.Code, Is.EqualTo("query.field.unknown"));
        Assert.That(error.Metadata!.GetValueOrDefault("nearest"), Is.EqualTo(nearest));
    }

    [Test]
    public void Every_text_comes_back_from_every_format() =>
        Texts.WellFormed.Sample(text =>
        {
            var city = Nowhere with { Name = text };
            var xml = XDocument.Parse(Write(new XmlFormat("text/xml"), city), LoadOptions.PreserveWhitespace);
            return (string)JsonNode.Parse(Write(new JsonFormat(), city))!["name"]! == text
                && xml.Root!.Element("name")!.Value == text
                && !Write(new NdJsonFormat("application/x-ndjson"), city)
                    .TrimEnd('\n')
                    .Contains('\n', StringComparison.Ordinal);
        });

    private static string Write(Format format, City city, Shape<City>? shape = null)
    {
        using var output = new PooledBuffer();
        format.Write(output, shape ?? CityShape, city);
        return Encoding.UTF8.GetString(output.Written.Span);
    }

    private sealed record City(
        string Name,
        long? Size,
        double? Height,
        bool? Old,
        IReadOnlyList<string> Tags,
        Person? Mayor,
        IReadOnlyList<Person> People
    );

    private sealed record Person(string Name, DateOnly? Born);
}
