using System.Text.Json.Nodes;
using Architecture.Tests.Testing;

namespace Architecture.Tests.Documents;

/// <summary>The document of the native API is what the endpoints are, and it only ever grows.</summary>
[TestFixture]
internal sealed class OpenApiTests
{
    private const string Approved = "docs/api/openapi.v1.json";

    /// <summary>What the build made of the endpoints.</summary>
    private static readonly string Made = File.ReadAllText(Path.Combine(Solution.Root, "artifacts/openapi/Host.json"));

    [Test]
    public void No_client_of_the_approved_document_is_broken() =>
        Assert.That(
            BreakingChanges.Between(Read(File.ReadAllText(Path.Combine(Solution.Root, Approved))), Read(Made)),
            Is.Empty,
            "v1 is frozen: change it by adding only."
        );

    [Test]
    public void The_approved_document_is_what_the_endpoints_are()
    {
        No_client_of_the_approved_document_is_broken();
        GeneratedFile.MustBe(Approved, Made);
    }

    [TestCase("paths./pets", null, "The path /pets is gone.")]
    [TestCase("paths./pets.get", null, "GET /pets is gone.")]
    [TestCase("paths./pets.get.operationId", "\"Others\"", "GET /pets: the operation id is another one.")]
    [TestCase("paths./pets.get.parameters.0", null, "GET /pets: the parameter kind (query) is gone.")]
    [TestCase(
        "paths./pets.get.parameters.0.required",
        "true",
        "GET /pets: the parameter kind (query) has become required."
    )]
    [TestCase("paths./pets.get.parameters.0.schema.enum.1", null, "GET /pets: kind (query): fewer values are taken.")]
    [TestCase(
        "paths./pets.get.parameters.0.schema.type",
        "\"integer\"",
        "GET /pets: kind (query): the type was string and is integer."
    )]
    [TestCase(
        "paths./pets.get.parameters.1",
        """{"name":"new","in":"query","required":true}""",
        "GET /pets: the new parameter new (query) is required."
    )]
    [TestCase("paths./pets.get.responses.200", null, "GET /pets: the status 200 is gone.")]
    [TestCase("paths./pets.get.responses.200.content.text/csv", null, "GET /pets: 200 is no longer text/csv.")]
    [TestCase(
        "components.schemas.Pet.properties.name",
        null,
        "GET /pets: 200.name is gone.",
        "POST /pets: the body.name is gone."
    )]
    [TestCase(
        "components.schemas.Pet.properties.name.type",
        "\"number\"",
        "GET /pets: 200.name: the type was string and is number.",
        "POST /pets: the body.name: the type was string and is number."
    )]
    [TestCase(
        "components.schemas.Pet.properties.name.type",
        """["string","null"]""",
        "GET /pets: 200.name: the type was string and is string or null."
    )]
    [TestCase(
        "components.schemas.Pet.properties.born.format",
        "\"date-time\"",
        "GET /pets: 200.born: the format is another one.",
        "POST /pets: the body.born: the format is another one."
    )]
    [TestCase(
        "components.schemas.Pet.properties.size.enum.2",
        "\"huge\"",
        "GET /pets: 200.size: values may come that clients do not know."
    )]
    [TestCase("components.schemas.Pet.required", "[]", "GET /pets: 200.name is no longer certain.")]
    [TestCase("components.schemas.Pet.required.1", "\"born\"", "POST /pets: the body.born has become required.")]
    [TestCase(
        "paths./pets.post.requestBody.content.application/json",
        null,
        "POST /pets: the body is no longer application/json."
    )]
    [TestCase(
        "components.schemas.Pet.properties.mother.oneOf.1",
        null,
        "GET /pets: 200.mother: an alternative is gone.",
        "POST /pets: the body.mother: an alternative is gone."
    )]
    public void A_planted_break_is_found(string place, string? value, params string[] sentences) =>
        Assert.That(BreakingChanges.Between(Read(Pets), Change(place, value)), Is.EqualTo(sentences));

    [TestCase("paths./owners", """{"get":{}}""")]
    [TestCase("paths./pets.put", """{"operationId":"PutPets"}""")]
    [TestCase("paths./pets.get.parameters.1", """{"name":"new","in":"query"}""")]
    [TestCase("paths./pets.get.parameters.0.schema.enum.2", "\"bird\"")]
    [TestCase("paths./pets.get.responses.404", """{"description":"none"}""")]
    [TestCase("components.schemas.Pet.properties.color", """{"type":"string"}""")]
    [TestCase("paths./pets.get.summary", "\"Other words\"")]
    public void What_is_added_breaks_nobody(string place, string value) =>
        Assert.That(BreakingChanges.Between(Read(Pets), Change(place, value)), Is.Empty);

    private static JsonObject Read(string text) => JsonNode.Parse(text)!.AsObject();

    /// <summary>The example with another value at a place, or with none.</summary>
    private static JsonObject Change(string place, string? value)
    {
        var document = Read(Pets);
        var names = place.Split('.');
        var owner = names[..^1]
            .Aggregate((JsonNode)document, (at, name) => at is JsonArray list ? list[Index(name)]! : at[name]!);
        var made = value is null ? null : JsonNode.Parse(value);
        if (owner is JsonArray items)
        {
            if (made is null)
                items.RemoveAt(Index(names[^1]));
            else
                items.Add(made);
        }
        else if (made is null)
            owner.AsObject().Remove(names[^1]);
        else
            owner[names[^1]] = made;
        return document;
    }

    private static int Index(string name) => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);

    private const string Pets = """
        {
          "paths": {
            "/pets": {
              "get": {
                "operationId": "ListPets",
                "parameters": [ { "name": "kind", "in": "query", "schema": { "type": "string", "enum": ["cat", "dog"] } } ],
                "responses": {
                  "200": {
                    "content": {
                      "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } },
                      "text/csv": { "schema": { "type": "string" } }
                    }
                  }
                }
              },
              "post": {
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } },
                "responses": {}
              }
            }
          },
          "components": {
            "schemas": {
              "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                  "name": { "type": "string" },
                  "born": { "type": "string", "format": "date" },
                  "size": { "type": "string", "enum": ["small", "large"] },
                  "mother": { "oneOf": [ { "$ref": "#/components/schemas/Pet" }, { "type": "null" } ] }
                }
              }
            }
          }
        }
        """;
}
