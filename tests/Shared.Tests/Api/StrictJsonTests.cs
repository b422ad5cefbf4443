using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Shared.Api.V1;
using Shared.Application;

namespace Shared.Tests.Api;

/// <summary>Bodies are read strictly, and no body is more than refused.</summary>
[TestFixture]
internal sealed class StrictJsonTests
{
    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    [TestCase("{")]
    [TestCase("{} {}")]
    [TestCase("""{"name":"a",}""")]
    [TestCase("""{"name":"\ud800"}""")]
    [TestCase("""{"parts":[{"code":"\udc00"}]}""")]
    [TestCase("{'name':1}")]
    public void What_is_no_object_is_malformed(string body) =>
        Assert.That(Codes(Encoding.UTF8.GetBytes(body)), Is.EqualTo(["body.malformed"]));

    [Test]
    public void What_is_no_UTF_8_or_is_nested_too_deep_is_malformed()
    {
        Assert.That(Codes([.. "{\"name\":\""u8, 0xff, .. "\"}"u8]), Is.EqualTo(["body.malformed"]));
        var deep = string.Concat(Enumerable.Repeat("""{"main":""", 40)) + "1" + new string('}', 40);
        Assert.That(Codes(Encoding.UTF8.GetBytes(deep)), Is.EqualTo(["body.malformed"]));
    }

    [TestCase("""{"name":"a","name":"b"}""", "body.member.duplicate", "name", null)]
    [TestCase("""{"parts":[{},{"code":"a","code":"a"}]}""", "body.member.duplicate", "parts[1].code", null)]
    [TestCase("""{"parts":[{},null]}""", "body.item.null", "parts[1]", null)]
    [TestCase("""{"nmae":"a"}""", "body.member.unknown", "nmae", "name")]
    [TestCase("""{"Name":"a"}""", "body.member.unknown", "Name", "name")]
    [TestCase("""{"parts":[{"coed":"a"}]}""", "body.member.unknown", "parts[0].coed", "code")]
    [TestCase("""{"main":{"version":1}}""", "body.member.unknown", "main.version", null)]
    [TestCase("""{"version":1}""", "body.member.read_only", "version", null)]
    public void What_should_not_stand_there_is_named_with_its_path(
        string body,
        string code,
        string field,
        string? nearest
    )
    {
        var error = Read(Encoding.UTF8.GetBytes(body)).FirstError;

        Assert.Multiple(() =>
        {
            Assert.That(error.Code, Is.EqualTo(code));
            Assert.That(error.Field(), Is.EqualTo(field));
            Assert.That(error.Nearest(), Is.EqualTo(nearest));
        });
    }

    [Test]
    public void All_that_is_wrong_is_named_at_once() =>
        Assert.That(
            Codes("""{"nmae":1,"version":2,"main":{"x":3}}"""u8.ToArray()),
            Is.EqualTo(["body.member.unknown", "body.member.read_only", "body.member.unknown"])
        );

    [TestCase("""{"name":1}""", "name")]
    [TestCase("""{"size":"1"}""", "size")]
    [TestCase("""{"size":1.5}""", "size")]
    [TestCase("""{"size":9223372036854775808}""", "size")]
    [TestCase("""{"size":[1]}""", "size")]
    [TestCase("""{"parts":[{"code":{}}]}""", "parts[0].code")]
    [TestCase("""{"parts":{}}""", "parts")]
    public void A_value_of_another_type_is_named_with_its_path(string body, string field)
    {
        var error = StrictJson.To<Draft>(Read(Encoding.UTF8.GetBytes(body)).Value).FirstError;

        Assert.That((error.Code, error.Field()), Is.EqualTo(("body.type", field)));
    }

    [Test]
    public void Null_says_that_a_member_was_not_given()
    {
        var draft = StrictJson.To<Draft>(Read("""{"name":null,"parts":null,"main":{"code":null}}"""u8.ToArray()).Value);

        Assert.That(draft.Value.Parts, Is.Empty);
        Assert.That((draft.Value.Name, draft.Value.Main), Is.EqualTo(((string?)null, new Part())));
    }

    [TestCase("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [TestCase("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [TestCase("""{"a":"b"}""", """{"a":null}""", "{}")]
    [TestCase("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [TestCase("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [TestCase("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [TestCase("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [TestCase("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [TestCase("""{"a":"foo"}""", """{"a":{"b":1}}""", """{"a":{"b":1}}""")]
    [TestCase("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void A_patch_is_merged_as_RFC_7396_says(string target, string patch, string merged)
    {
        var result = JsonNode.Parse(target)!.AsObject();
        StrictJson.Merge(result, JsonNode.Parse(patch)!.AsObject());

        Assert.That(result.ToJsonString(), Is.EqualTo(merged));
    }

    [Test]
    public void What_is_shown_and_not_written_is_pruned_at_every_depth()
    {
        var shown = JsonNode.Parse("""{"name":"a","version":3,"parts":[{"code":"b","label":"c"}],"main":{"x":1}}""")!;
        StrictJson.Prune(shown, typeof(Draft));

        Assert.That(shown.ToJsonString(), Is.EqualTo("""{"name":"a","parts":[{"code":"b"}],"main":{}}"""));
    }

    [Test]
    public void No_body_is_more_than_refused() =>
        Gen.OneOf(Gen.Byte.Array[0, 60], Gen.String.Select(Encoding.UTF8.GetBytes), AnyJson.Select(Bytes))
            .Sample(body =>
            {
                var read = Read(body);
                return read.IsError || StrictJson.To<Draft>(read.Value) is { };
            });

    private static readonly Gen<JsonNode?> AnyValue = Gen.Recursive<JsonNode?>(
        (depth, value) =>
            depth > 4
                ? Gen.Const((JsonNode?)null)
                : Gen.Frequency(
                    (2, Gen.String.Select(JsonNode? (text) => JsonValue.Create(text))),
                    (2, Gen.Long.Select(JsonNode? (number) => JsonValue.Create(number))),
                    (1, Gen.Const((JsonNode?)null)),
                    (1, value.Array[0, 3].Select(JsonNode? (items) => new JsonArray(items))),
                    (2, Members(value).Select(JsonNode? (members) => members))
                )
    );

    private static readonly Gen<JsonObject> AnyJson = Members(AnyValue);

    private static Gen<JsonObject> Members(Gen<JsonNode?> value) =>
        Gen.Select(Gen.OneOf<string>(["name", "size", "parts", "main", "code", "version", "x"]), value)
            .Array[0, 4]
            .Select(members => new JsonObject(
                members
                    .DistinctBy(member => member.Item1)
                    .Select(member => KeyValuePair.Create(member.Item1, member.Item2))
            ));

    private static byte[] Bytes(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString());

    private static IEnumerable<string> Codes(byte[] body) => Read(body).ErrorsOrEmptyList.Select(error => error.Code);

    private static ErrorOr.ErrorOr<JsonObject> Read(byte[] body) =>
        StrictJson.Read(body, typeof(Draft), ["version"], _ => { });

    private sealed record Draft
    {
        public string? Name { get; init; }
        public long? Size { get; init; }
        public IReadOnlyList<Part> Parts { get; init; } = [];
        public Part? Main { get; init; }
    }

    private sealed record Part(string? Code = null);
}
