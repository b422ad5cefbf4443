using System.Text;

namespace Api.Tests.Seed;

/// <summary>POST /country/ says in the seed's words what is wrong.</summary>
[TestFixture]
internal sealed class CreateErrorTests : SeedFixture
{
    private const string Required = "This field is required.";
    private const string BothRequired =
        """{"country_name":["This field is required."],"local_currency":["This field is required."]}""";

    [TestCase("{}", "application/json")]
    [TestCase("""{"foo":1}""", "application/json")]
    [TestCase("", "application/json")]
    [TestCase("", "text/plain")]
    [TestCase("", null)]
    [TestCase("", "application/x-www-form-urlencoded")]
    [TestCase("foo=bar", "application/x-www-form-urlencoded")]
    [TestCase("<root/>", "application/xml")]
    [TestCase("<root><foo>bar</foo></root>", "text/xml")]
    public async Task Missing_members_are_required(string body, string? type) =>
        await PostAsync(body, type).MustBeAsync(400, BothRequired);

    [TestCase("""{"country_name":"Nowhere"}""", "local_currency", Required)]
    [TestCase("""{"local_currency":"Shell"}""", "country_name", Required)]
    public async Task Only_what_is_wrong_is_named(string body, string member, string sentence) =>
        await PostAsync(body).MustBeAsync(400, $$"""{"{{member}}":["{{sentence}}"]}""");

    [TestCase("\"\"", "This field may not be blank.")]
    [TestCase("\"   \"", "This field may not be blank.")]
    [TestCase("\"\\t\\r\\n\\u00a0\\u3000\"", "This field may not be blank.")]
    [TestCase("null", "This field may not be null.")]
    [TestCase("true", "Not a valid string.")]
    [TestCase("false", "Not a valid string.")]
    [TestCase("[]", "Not a valid string.")]
    [TestCase("[\"Kenya\"]", "Not a valid string.")]
    [TestCase("{}", "Not a valid string.")]
    [TestCase("{\"a\":1}", "Not a valid string.")]
    [TestCase("\"a\\u0000b\"", "Null characters are not allowed.")]
    [TestCase("\"a\\ud800b\"", "Surrogate characters are not allowed: U+D800.")]
    [TestCase("\"a\\uDFFF\"", "Surrogate characters are not allowed: U+DFFF.")]
    [TestCase("\"\\ud83e\\udd8a \\udd8a\\ud83e\"", "Surrogate characters are not allowed: U+DD8A.")]
    [TestCase("\"\\\\ud800 \\udbff\"", "Surrogate characters are not allowed: U+DBFF.")]
    public async Task Each_member_says_what_is_wrong_with_it(string value, string sentence)
    {
        await PostAsync(Body(value, value))
            .MustBeAsync(400, $$"""{"country_name":["{{sentence}}"],"local_currency":["{{sentence}}"]}""");
        await PostAsync(BodyWithCurrency(value)).MustBeAsync(400, $$"""{"local_currency":["{{sentence}}"]}""");
    }

    [TestCase("x")]
    [TestCase("🦊")]
    [TestCase("1")]
    public async Task More_than_100_characters_are_too_many(string character)
    {
        var text = string.Concat(Enumerable.Repeat(character, 101));
        const string Sentence = "Ensure this field has no more than 100 characters.";
        await PostAsync(Body($"\"{text}\"", $"\"{text}\""))
            .MustBeAsync(400, $$"""{"country_name":["{{Sentence}}"],"local_currency":["{{Sentence}}"]}""");
    }

    [Test]
    public async Task A_number_of_more_than_100_digits_is_too_long_as_well() =>
        await PostAsync(BodyWithCurrency(new string('9', 101)))
            .MustBeAsync(400, """{"local_currency":["Ensure this field has no more than 100 characters."]}""");

    [TestCase("country_name=&local_currency=+", "This field may not be blank.")]
    [TestCase("country_name=a%00b&local_currency=%00", "Null characters are not allowed.")]
    public async Task Forms_are_judged_as_JSON_is(string form, string sentence) =>
        await PostAsync(form, "application/x-www-form-urlencoded")
            .MustBeAsync(400, $$"""{"country_name":["{{sentence}}"],"local_currency":["{{sentence}}"]}""");

    [Test]
    public async Task A_file_is_no_text()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Kenya"), "country_name", "kenya.txt" },
            { new StringContent("Shell"), "local_currency" },
        };
        await PostAsync(form).MustBeAsync(400, """{"country_name":["Not a valid string."]}""");
    }

    [TestCase("[]", "list")]
    [TestCase("[{\"country_name\":\"a\"}]", "list")]
    [TestCase("\"Kenya\"", "str")]
    [TestCase("\"\"", "str")]
    [TestCase("12", "int")]
    [TestCase("-0", "int")]
    [TestCase("1.5", "float")]
    [TestCase("1e2", "float")]
    [TestCase("true", "bool")]
    [TestCase("false", "bool")]
    public async Task A_body_must_be_an_object(string body, string type) =>
        await PostAsync(body)
            .MustBeAsync(400, $$"""{"non_field_errors":["Invalid data. Expected a dictionary, but got {{type}}."]}""");

    [Test]
    public async Task A_body_of_null_is_no_data() =>
        await PostAsync("null").MustBeAsync(400, """{"non_field_errors":["No data provided"]}""");

    [TestCase("{")]
    [TestCase(" ")]
    [TestCase("{'country_name':'a'}")]
    [TestCase("""{"country_name":"a",}""")]
    [TestCase("""{"country_name":"a"} {}""")]
    [TestCase("""{"country_name":NaN,"local_currency":Infinity}""")]
    [TestCase("NaN")]
    [TestCase("-Infinity")]
    [TestCase("""{"country_name":"a""")]
    [TestCase("{\"country_name\":\"line\nbreak\"}")]
    [TestCase("""{"country_name":"\x41"}""")]
    [TestCase("""{"country_name":012}""")]
    [TestCase("""{/* comment */}""")]
    [TestCase("country_name=Kenya")]
    [TestCase("<root/>")]
    public async Task Malformed_JSON_is_refused(string body) =>
        await MustBeMalformedAsync(Encoding.UTF8.GetBytes(body));

    [TestCase(new byte[] { 0xFF })]
    [TestCase(new byte[] { 0xC0, 0x80 })]
    [TestCase(new byte[] { 0xED, 0xA0, 0x80 })]
    [TestCase(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [TestCase(new byte[] { 0xE2, 0x82 })]
    public async Task Bytes_that_are_no_UTF_8_are_refused(byte[] bytes) =>
        await MustBeMalformedAsync([.. """{"country_name":"x"""u8, .. bytes, .. "\",\"local_currency\":\"Shell\"}"u8]);

    [Test]
    public async Task UTF_16_is_refused() =>
        await MustBeMalformedAsync([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Body("\"UTF-16\"", "\"Shell\""))]);

    [Test]
    public async Task Ten_thousand_open_brackets_are_refused() =>
        await MustBeMalformedAsync(Encoding.UTF8.GetBytes(new string('[', 10_000)));

    [TestCase("multipart/form-data")]
    [TestCase("multipart/form-data; boundary=")]
    [TestCase("multipart/form-data; boundary=other")]
    public async Task A_broken_multipart_form_is_refused(string type) =>
        Assert.That(
            await PostAsync("--x\r\nContent-Disposition: form-data; name=\"country_name\"\r\n\r\nKenya", type)
                .MustBeAsync(400),
            Does.StartWith("""{"detail":"Multipart form parse error - """)
        );

    [Test]
    public Task A_multipart_form_without_its_end_is_told_in_the_words_of_forms() =>
        PostAsync(
                "--x\r\nContent-Disposition: form-data; name=\"country_name\"\r\n\r\nKenya",
                "multipart/form-data; boundary=x"
            )
            .MustBeAsync(400, """{"detail":"Multipart form parse error - the last boundary is missing"}""");

    [Test]
    public async Task What_is_refused_is_not_added()
    {
        var before = await ListAsync();
        await PostAsync(Body("\"Refused\"", "null")).MustBeAsync(400);

        Assert.That(await ListAsync(), Is.EqualTo(before));
    }

    private async Task MustBeMalformedAsync(byte[] body) =>
        Assert.That(
            await PostAsync(body).MustBeAsync(400),
            Does.StartWith("""{"detail":"JSON parse error - """).And.EndsWith("\"}")
        );
}
