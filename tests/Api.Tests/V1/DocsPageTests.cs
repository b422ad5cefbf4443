using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>The OpenAPI document and its reader, as the service gives them.</summary>
[TestFixture]
internal sealed partial class DocsPageTests
{
    private RunningService service = null!;

    [OneTimeSetUp]
    public void Start() => service = new();

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    [Test]
    public async Task The_document_is_OpenAPI_3_1_and_has_an_entity_tag()
    {
        var answer = await service.Client.GetAsync("/openapi/v1.json");
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Multiple(() =>
        {
            Assert.That((string)document["openapi"]!, Does.StartWith("3.1."));
            Assert.That(answer.Type(), Is.EqualTo("application/json"));
            Assert.That(answer.Headers.ETag?.IsWeak, Is.False);
        });
    }

    [Test]
    public async Task Every_operation_and_every_parameter_is_described_and_has_an_example_or_needs_none()
    {
        var api = new DocumentedApi(await service.Client.GetStringAsync("/openapi/v1.json"));

        Assert.That(api.Operations, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var operation in api.Operations)
            {
                foreach (var name in (string[])["summary", "description", "operationId", "tags", "security"])
                    Assert.That(operation.Element.TryGetProperty(name, out _), $"{operation}: {name}");
                Assert.That(
                    operation.Parameters.Where(p => p.Description is null || (p.Example is null && p.Name != "cursor")),
                    Is.Empty,
                    $"{operation}"
                );
            }
            Assert.That(
                api.Operations.Select(operation => operation.Element.GetProperty("operationId").GetString()),
                Is.Unique
            );
        });
    }

    [Test]
    public async Task The_reader_may_ask_this_host_and_no_other()
    {
        var page = await service.Client.GetAsync("/docs/");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That((int)page.StatusCode, Is.EqualTo(200));
            Assert.That(html, Does.Not.Contain("://"));
            // The script within the page is named by its hash: another version of the reader may bring another one.
            var script = InlineScript().Match(html).Groups[1].Value;
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
            Assert.That(page.Field("Content-Security-Policy"), Does.Contain($"script-src 'self' 'sha256-{hash}';"));
            Assert.That(
                page.Field("Content-Security-Policy"),
                Does.Contain("connect-src 'self'").And.Not.Contain("http")
            );
        });
    }

    [GeneratedRegex(@"<script type=""module"">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();
}
