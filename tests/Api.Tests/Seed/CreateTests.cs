using System.Text;

namespace Api.Tests.Seed;

/// <summary>POST /country/ adds a country in every format that the seed read, and echoes it.</summary>
[TestFixture]
internal sealed class CreateTests : SeedFixture
{
    private static string Echo(string name, string currency = "Shell") => Body($"\"{name}\"", $"\"{currency}\"");

    [TestCase("/country/")]
    [TestCase("/country")]
    public async Task Both_spellings_of_the_path_add_a_country_without_a_redirect(string path)
    {
        var echo = Echo(NewName());
        await PostAsync(echo, path: path).MustBeAsync(201, echo);
    }

    [Test]
    public async Task A_form_is_read()
    {
        var name = NewName();
        using var form = new FormUrlEncodedContent([new("country_name", name), new("local_currency", "Shell")]);
        await PostAsync(form).MustBeAsync(201, Echo(name));
    }

    [Test]
    public async Task A_form_is_read_with_plus_signs_percent_signs_and_umlauts()
    {
        await PostAsync(
                "country_name=%C3%85land+%26+Co&local_currency=50%25+K%C3%B6ner",
                "application/x-www-form-urlencoded"
            )
            .MustBeAsync(201, Echo("Åland & Co", "50% Köner"));
    }

    [Test]
    public async Task A_multipart_form_is_read()
    {
        var name = NewName();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(name), "country_name" },
            { new StringContent("Zürcher Münz"), "local_currency" },
        };
        await PostAsync(form).MustBeAsync(201, Echo(name, "Zürcher Münz"));
    }

    [TestCase("Application/JSON")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json;charset=\"UTF-8\"")]
    public async Task A_media_type_may_be_written_in_any_case_and_with_its_charset(string type)
    {
        var echo = Echo(NewName());
        await PostAsync(echo, type).MustBeAsync(201, echo);
    }

    [Test]
    public async Task Values_are_trimmed()
    {
        var name = NewName();
        await PostAsync(Body($"\"  {name}\\t\\n\"", "\"\\u00a0Shell\\u3000\"")).MustBeAsync(201, Echo(name));
    }

    [TestCase("application/json")]
    [TestCase("application/x-www-form-urlencoded")]
    public async Task Unknown_and_read_only_members_are_ignored(string type)
    {
        var name = NewName();
        var body = type.EndsWith("json", StringComparison.Ordinal)
            ? $$"""{"id":1,"added_on":null,"foo":{"a":[1e400]},"country_name":"{{name}}","local_currency":"Shell"}"""
            : $"id=1&added_on=&foo=bar&country_name={name}&local_currency=Shell";
        await PostAsync(body, type).MustBeAsync(201, Echo(name));
    }

    [TestCase("\\ud800 is half a pair")]
    [TestCase("country_name\\udfff")]
    [TestCase("\\u0000\\u0000\\u0000")]
    public async Task Unknown_members_are_ignored_whatever_they_are_called(string member)
    {
        var name = NewName();
        await PostAsync($$"""{"{{member}}":1,"country_name":"{{name}}","local_currency":"Shell"}""")
            .MustBeAsync(201, Echo(name));
    }

    [TestCase(60)]
    [TestCase(500)]
    public async Task Unknown_members_are_ignored_however_deep_they_are(int depth)
    {
        var name = NewName();
        var deep = new string('[', depth) + new string(']', depth);
        await PostAsync($$"""{"foo":{{deep}},"country_name":"{{name}}","local_currency":"Shell"}""")
            .MustBeAsync(201, Echo(name));
    }

    [Test]
    public async Task Of_duplicate_members_the_last_wins()
    {
        var name = NewName();
        await PostAsync($$"""{"country_name":12,"country_name":"{{name}}","local_currency":"a","local_currency":"b"}""")
            .MustBeAsync(201, Echo(name, "b"));
        var next = NewName();
        await PostAsync(
                $"country_name=&country_name={next}&local_currency=a&local_currency=b",
                "application/x-www-form-urlencoded"
            )
            .MustBeAsync(201, Echo(next, "b"));
    }

    [TestCase("12", "12")]
    [TestCase("-7", "-7")]
    [TestCase("-0", "0")]
    [TestCase("12345678901234567890123", "12345678901234567890123")]
    [TestCase("1.5", "1.5")]
    [TestCase("1.50", "1.5")]
    [TestCase("0.0", "0.0")]
    [TestCase("-0.0", "-0.0")]
    [TestCase("1e2", "100.0")]
    [TestCase("1E+2", "100.0")]
    [TestCase("1e15", "1000000000000000.0")]
    [TestCase("1e16", "1e+16")]
    [TestCase("1e22", "1e+22")]
    [TestCase("123456789012345678.0", "1.2345678901234568e+17")]
    [TestCase("9007199254740993.0", "9007199254740992.0")]
    [TestCase("0.0001", "0.0001")]
    [TestCase("1e-5", "1e-05")]
    [TestCase("-1.5e-7", "-1.5e-07")]
    [TestCase("5e-324", "5e-324")]
    [TestCase("1.7976931348623157e308", "1.7976931348623157e+308")]
    [TestCase("1e-400", "0.0")]
    public async Task Numbers_become_text_as_Python_writes_them(string number, string text)
    {
        var name = NewName();
        await PostAsync(Body($"\"{name}\"", number)).MustBeAsync(201, Echo(name, text));
    }

    [Test]
    public async Task A_number_may_be_a_name_too() =>
        await PostAsync(Body("12", "1.5")).MustBeAsync(201, Echo("12", "1.5"));

    [Test]
    public async Task A_text_may_be_100_characters_long_and_an_emoji_is_one_of_them()
    {
        var longest = string.Concat(Enumerable.Repeat("🦊", 100));
        await PostAsync(Echo(longest, longest)).MustBeAsync(201);

        Assert.That(await ListAsync(), Does.Contain((longest, longest)));
    }

    [Test]
    public async Task White_space_around_a_text_does_not_count()
    {
        var longest = new string('x', 100);
        await PostAsync(Echo($"   {longest}   ")).MustBeAsync(201, Echo(longest));
    }

    [Test]
    public async Task Escaped_pairs_of_surrogates_are_one_character()
    {
        var name = NewName();
        await PostAsync(Body($"\"{name} \\ud83e\\udd8a\"", "\"\\uD83E\\uDD8A\"")).MustBeAsync(201);

        Assert.That(await ListAsync(), Does.Contain(($"{name} 🦊", "🦊")));
    }

    [Test]
    public async Task A_byte_order_mark_before_JSON_does_no_harm()
    {
        var echo = Echo(NewName());
        await PostAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(echo)]).MustBeAsync(201, echo);
    }

    [TestCase("application/json", "application/json")]
    [TestCase("application/xml", "application/xml")]
    [TestCase("text/csv", "text/csv")]
    [TestCase(Browser, "text/html")]
    public async Task The_echo_comes_in_the_format_that_was_asked_for(string accept, string type)
    {
        var name = NewName();
        var answer = await PostAsync(Echo(name), accept: accept);
        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(201));
            Assert.That(answer.Type(), Is.EqualTo(type));
        });
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(name));
    }
}
