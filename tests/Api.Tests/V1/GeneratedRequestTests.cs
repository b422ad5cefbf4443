using CsCheck;

namespace Api.Tests.V1;

/// <summary>
/// Requests made from the OpenAPI document, good ones and bad ones, against the running service: whatever comes, no answer
/// is 5xx, every answer is one that the document promises, and every address in one leads on.
/// </summary>
[TestFixture]
internal sealed class GeneratedRequestTests
{
    private const int Requests = 3_000;
    private DocumentedService service = null!;
    private IReadOnlyList<Operation> reads = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await DocumentedService.StartAsync();
        reads = [.. service.Api.Operations.Where(operation => operation.Method == HttpMethod.Get)];
    }

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    [Test]
    public async Task What_the_document_gives_as_examples_works()
    {
        foreach (var operation in reads)
        {
            // What is searched for is what /resolve is for: it is never left out there.
            var always = operation.Parameters.Where(p => operation.Path == "/api/v1/resolve" && p.Name == "q");
            var query = operation.Parameters.Where(p => p.In == "query" && p.Example is not null);
            foreach (var parameter in query.Prepend(null))
            {
                var request = GeneratedRequest.Example(
                    operation,
                    [.. always, .. parameter is null ? [] : new[] { parameter }]
                );
                Assert.That(await service.StatusOf(request), Is.EqualTo(200), $"{request}");
            }
        }
    }

    [Test]
    public async Task No_generated_request_is_answered_in_a_way_that_is_not_documented()
    {
        var requests = Gen.OneOf([.. reads])
            .SelectMany(operation => GeneratedRequest.For(operation, Gen.Const((string?)null)));
        await requests.SampleAsync(
            request => service.StatusOf(request),
            iter: Requests,
            print: request => request.ToString()
        );

        Assert.Multiple(() =>
        {
            // What always fails in the same way would show nothing. Chance decides, so only what is met by hundreds is asked for.
            var successful = reads.Count(operation => service.Met.Contains($"{operation} 200"));
            Assert.That(successful, Is.GreaterThan(reads.Count / 2));
            foreach (var status in (int[])[400, 404, 406])
                Assert.That(service.Met, Has.Some.EndsWith($" {status}"));
        });
    }

    [Test]
    public async Task Every_naughty_string_in_every_parameter_is_answered_as_documented()
    {
        var requests =
            from operation in reads
            from parameter in operation.Parameters
            where parameter.In != "header"
            from text in Seed.NaughtyStrings.All.Values
            let others = operation
                .Parameters.Where(p => p != parameter && (p.In == "path" || p.Name == "limit"))
                .Select(p => (p, p.In == "path" ? p.Example! : "2"))
            select new GeneratedRequest(operation, [.. others, (parameter, text)]);

        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (request, _) => await service.StatusOf(request)
        );
    }
}
