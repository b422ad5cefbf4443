using System.Text;

namespace Api.Tests.Seed;

/// <summary>XML in and out, as the seed wrote it.</summary>
[TestFixture]
internal sealed class XmlTests : SeedFixture
{
    private const string Declaration = """<?xml version="1.0" encoding="utf-8"?>""";

    private static string Country(string name, string currency = "Shell") =>
        $"<country_name>{name}</country_name><local_currency>{currency}</local_currency>";

    private static string Echo(string name, string currency = "Shell") =>
        $"{Declaration}<root>{Country(name, currency)}</root>";

    private Task<HttpResponseMessage> PostXmlAsync(string xml, string type = "application/xml") =>
        PostAsync(xml, type, accept: "application/xml");

    [TestCase("application/xml")]
    [TestCase("text/xml")]
    public async Task The_list_has_the_seeds_elements(string accept)
    {
        var answer = await GetAsync(accept);
        var text = await answer.Content.ReadAsStringAsync();
        var root = Answers.Xml(text);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Field("Content-Type"), Is.EqualTo($"{accept}; charset=utf-8"));
            Assert.That(
                text,
                Does.Match("""^<\?xml version="1\.0" encoding="utf-8"\?>\s*<root><list-item><country_name>""")
            );
            Assert.That(text, Does.Contain($"<list-item>{Country("Kenya", "Kenyan Shilling")}</list-item>"));
            Assert.That(root.Elements("list-item").Count(), Is.GreaterThanOrEqualTo(250));
            Assert.That(root.Elements().Count(), Is.EqualTo(root.Elements("list-item").Count()));
        });
    }

    [TestCase("application/xml")]
    [TestCase("text/xml; charset=utf-8")]
    public async Task A_country_is_read_and_echoed(string type)
    {
        var name = NewName();
        await PostXmlAsync($"<root>{Country(name)}</root>", type).MustBeAsync(201, Echo(name));
    }

    [Test]
    public async Task The_echo_of_the_service_can_be_sent_back_to_it()
    {
        var echo = await PostXmlAsync($"<root>{Country("Fish &amp; &lt;Chips&gt;", "½")}</root>").MustBeAsync(201);
        Assert.That(echo, Is.EqualTo(Echo("Fish &amp; &lt;Chips&gt;", "½")));

        Assert.That(
            await PostXmlAsync(echo).MustBeAsync(400),
            Does.Contain("<list-item>country with this country name already exists.</list-item>")
        );
    }

    [Test]
    public async Task Comments_CDATA_references_and_unknown_elements_do_no_harm()
    {
        await PostXmlAsync(
                """
                <?xml version="1.0"?><!-- a --><any id="1"><?pi?><added_on/><foo><bar/></foo>
                  <country_name x="y">  Two<!-- b --> <![CDATA[& Three]]> &#x1F98A;</country_name>
                  <local_currency>a</local_currency><local_currency>Shell</local_currency>
                </any>
                """
            )
            .MustBeAsync(201, Echo("Two &amp; Three 🦊"));
    }

    [Test]
    public async Task A_byte_order_mark_before_XML_does_no_harm()
    {
        var name = NewName();
        await PostAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Echo(name))], "application/xml")
            .MustBeAsync(201);
    }

    [TestCase("<country_name/><local_currency> </local_currency>", "This field may not be blank.")]
    [TestCase("<Country_Name>a</Country_Name>", "This field is required.")]
    [TestCase(
        "<country_name><a/></country_name><local_currency><list-item>a</list-item></local_currency>",
        "Not a valid string."
    )]
    public async Task Errors_have_the_seeds_elements(string members, string sentence) =>
        await PostXmlAsync($"<root>{members}</root>")
            .MustBeAsync(
                400,
                $"{Declaration}<root><country_name><list-item>{sentence}</list-item></country_name>"
                    + $"<local_currency><list-item>{sentence}</list-item></local_currency></root>"
            );

    [Test]
    public async Task A_list_is_no_country() =>
        await PostXmlAsync($"<root><list-item>{Country("a")}</list-item></root>")
            .MustBeAsync(
                400,
                $"{Declaration}<root><non_field_errors><list-item>Invalid data. Expected a dictionary, but got list."
                    + "</list-item></non_field_errors></root>"
            );

    [TestCase("<root>")]
    [TestCase("<root></other>")]
    [TestCase("<root/><root/>")]
    [TestCase("{}")]
    [TestCase(" ")]
    [TestCase("<root><country_name>a & b</country_name></root>")]
    [TestCase("<root><country_name>&#0;</country_name></root>")]
    [TestCase("<root><country_name>&#xD800;</country_name></root>")]
    [TestCase("<root><country_name>&#xFFFE;</country_name></root>")]
    [TestCase("<root><country_name>&nbsp;</country_name></root>")]
    [TestCase("<x:root/>")]
    [TestCase("<?xml version=\"1.0\" encoding=\"foo\"?><root/>")]
    [TestCase("<?xml version=\"1.0\" encoding=\"utf-16\"?><root/>")]
    [TestCase("<?xml version=\"9.9\"?><root/>")]
    [TestCase("<!DOCTYPE root><root/>")]
    [TestCase("<!DOCTYPE root SYSTEM \"http://127.0.0.1:1/x.dtd\"><root/>")]
    [TestCase("<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><r><country_name>&e;</country_name></r>")]
    [TestCase("<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><r/>")]
    [TestCase(
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><r><country_name>&b;</country_name></r>"
    )]
    public async Task Malformed_XML_and_any_document_type_is_refused(string xml)
    {
        var body = await PostAsync(xml, "application/xml").MustBeAsync(400);

        Assert.That(body, Does.StartWith("""{"detail":"XML parse error - """).And.Not.Contains("root:"));
        Assert.That(body, Does.Not.Contain("line 0").And.Not.Contains("column 0"));
    }

    [TestCase("<root>\n  <a>\n</root>", "line 3, column 3: ")]
    [TestCase("<!DOCTYPE root><root/>", "")]
    [TestCase(" ", "")]
    public async Task The_place_of_what_is_wrong_in_XML_is_told_where_it_is_known(string xml, string place) =>
        Assert.That(
            await PostAsync(xml, "application/xml").MustBeAsync(400),
            Does.StartWith($$"""{"detail":"XML parse error - {{place}}not well-formed""")
        );

    [Test]
    public async Task Bytes_that_are_no_UTF_8_are_refused() =>
        await PostAsync([.. "<root><country_name>"u8, 0xFF, 0xFE, .. "</country_name></root>"u8], "application/xml")
            .MustBeAsync(400);

    [Test]
    public async Task Ten_thousand_elements_inside_each_other_do_no_harm()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 9_000));
        var closed = string.Concat(Enumerable.Repeat("</a>", 9_000));
        using var open = await PostAsync(deep, "application/xml");
        using var whole = await PostAsync($"<root>{deep}{closed}{Country(NewName())}</root>", "application/xml");

        Assert.Multiple(() =>
        {
            Assert.That((int)open.StatusCode, Is.EqualTo(400));
            Assert.That((int)whole.StatusCode, Is.EqualTo(201).Or.EqualTo(400));
        });
    }

    [Test]
    public async Task A_line_end_in_a_name_comes_back_as_it_was_sent()
    {
        await PostAsync(Body("\"Line\\r\\nEnd\\tLand\"", "\"Shell\"")).MustBeAsync(201);

        var names = Answers.Xml(await GetAsync("application/xml").MustBeAsync(200)).Descendants("country_name");
        Assert.That(names.Select(name => name.Value), Does.Contain("Line\r\nEnd\tLand"));
    }
}
