using System.Text.Json.Nodes;
using Api.Tests.Seed;
using CsCheck;

namespace Api.Tests.V1;

/// <summary>The same of what writes: bodies made from the schemas of the document, good ones and bad ones.</summary>
[TestFixture]
internal sealed class GeneratedWriteTests
{
    // Each is a commit, so eng/verify sends more than a plain run does.
    private static readonly int Requests = LongAttribute.IsAskedFor ? 2_000 : 500;
    private static readonly HttpMethod[] ByNeed =
    [
        HttpMethod.Put,
        HttpMethod.Patch,
        HttpMethod.Delete,
        HttpMethod.Post,
    ];

    private DocumentedService service = null!;
    private IReadOnlyList<Operation> writes = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await DocumentedService.StartAsync();
        writes = [.. service.Api.Operations.Where(operation => operation.Method != HttpMethod.Get)];
    }

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    [Test]
    public async Task What_the_document_gives_as_examples_works()
    {
        // What is deleted must have been there, for the others, too.
        using var own = await DocumentedService.StartAsync();
        foreach (var operation in writes.OrderBy(operation => Array.IndexOf(ByNeed, operation.Method)))
        {
            var request = GeneratedRequest.Example(operation);
            Assert.That(await own.StatusOf(request), Is.InRange(200, 204), $"{request}");
        }
    }

    [Test]
    public async Task No_generated_write_is_answered_in_a_way_that_is_not_documented()
    {
        var requests = Gen.OneOf([.. writes])
            .SelectMany(operation => GeneratedRequest.For(operation, BodiesOf(operation)));
        await requests.SampleAsync(
            request => service.StatusOf(request),
            iter: Requests,
            // One after the other: what one has made, another may remove before anybody has looked where it stands.
            threads: 1,
            print: request => request.ToString()
        );

        Assert.Multiple(() =>
        {
            // What always fails in the same way would show nothing. That each can succeed, the examples show.
            Assert.That(service.Met, Has.Some.Match(" 2[0-9]{2}$"));
            foreach (var status in (int[])[400, 422, 428])
                Assert.That(service.Met, Has.Some.EndsWith($" {status}"));
        });
    }

    [Test]
    public async Task Every_naughty_string_in_every_member_is_answered_as_documented()
    {
        var requests =
            from operation in writes
            where operation.Method == HttpMethod.Patch
            let places = service.Api.StringPlaces(operation.Body!.Value).ToList()
            from text in NaughtyStrings.All.Values.Index()
            from place in places
                .Index()
                // Each text in every member at once, and by itself in each fourth member.
                .Where(place => (place.Index + text.Index) % 4 == 0)
                .Select(place => place.Item(text.Item))
                .Append(Merged(places.Select(place => place(text.Item))))
            select GeneratedRequest.Example(operation) with
            {
                Body = place.ToJsonString(),
            };

        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (request, _) => await service.StatusOf(request)
        );
        Assert.That(service.Met, Has.Some.EndsWith(" 200").And.Some.EndsWith(" 422"));
    }

    /// <summary>One object with the members of all.</summary>
    private static JsonObject Merged(IEnumerable<JsonNode> bodies)
    {
        var merged = new JsonObject();
        foreach (var (name, value) in bodies.SelectMany(body => body.AsObject()))
        {
            if (merged[name] is JsonObject one && value is JsonObject other)
                merged[name] = Merged([one.DeepClone(), other]);
            else if (merged[name] is JsonArray items && value is JsonArray more && items[0] is JsonObject)
                merged[name] = new JsonArray(Merged([items[0]!.DeepClone(), more[0]!]));
            else
                merged[name] = value?.DeepClone();
        }
        return merged;
    }

    /// <summary>The body of the example, with a member or two that are anything.</summary>
    private Gen<string?> BodiesOf(Operation operation)
    {
        if (operation.Body is not { } schema)
            return Gen.Const((string?)null);
        if (!service.Api.Follow(schema).TryGetProperty("properties", out var properties))
            return Gen.Frequency(
                (1, Gen.Const(operation.BodyExample)),
                (3, GeneratedRequest.Text.Select(string? (text) => operation.BodyExample + text))
            );
        var members = properties.EnumerateObject().ToList();
        var change = Gen.OneOf([.. members])
            .SelectMany(member =>
                Gen.Frequency((3, service.Api.ValueOf(member.Value)), (1, service.Api.ValueOf(members[0].Value)))
                    .Select(value => (member.Name, value))
            );
        var changed = Gen.Select(
            Unique,
            Gen.Frequency((2, change.Array[0]), (3, change.Array[1]), (1, change.Array[2, 4])),
            Gen.Frequency((9, Gen.Const((string?)null)), (1, GeneratedRequest.Text.Select(string? (text) => text))),
            (unique, changes, unknown) =>
            {
                var body = JsonNode.Parse(operation.BodyExample!)!.AsObject();
                if (operation.Method == HttpMethod.Post)
                {
                    body["name"] = $"Land {unique}";
                    if (body.ContainsKey("code"))
                        body["code"] = unique;
                }
                foreach (var (name, value) in changes)
                    body[name] = value?.DeepClone();
                if (unknown is not null)
                    body[unknown] = 1;
                return (string?)body.ToJsonString();
            }
        );
        return Gen.Frequency((14, changed), (1, GeneratedRequest.Text.Select(string? (text) => text)));
    }

    /// <summary>Three letters of which two are seldom made twice.</summary>
    private static readonly Gen<string> Unique = Gen.String[Gen.Char['A', 'Z'], 3, 3];
}
