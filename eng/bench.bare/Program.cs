// The least that a program can do for the three requests of eng/bench: GET sends bytes that lie in memory, a search writes
// ten objects as JSON, POST inserts one row durably. What the service does beside that is what the ratios of
// docs/performance.md show.
//   Bench.Bare FILE FOUND DATABASE --urls http://127.0.0.1:PORT
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

var content = await File.ReadAllBytesAsync(args[0]);
var found = JsonSerializer.Deserialize<Found>(await File.ReadAllBytesAsync(args[1]), JsonSerializerOptions.Web)!;
await using var connection = new SqliteConnection($"Data Source={args[2]}");
await connection.OpenAsync();
await using (var setup = connection.CreateCommand())
{
    setup.CommandText = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS countries (id INTEGER PRIMARY KEY, country_name TEXT, local_currency TEXT);
        """;
    await setup.ExecuteNonQueryAsync();
}
await using var insert = connection.CreateCommand();
insert.CommandText = "INSERT INTO countries (country_name, local_currency) VALUES ($name, $currency)";
var name = insert.Parameters.Add("$name", SqliteType.Text);
var currency = insert.Parameters.Add("$currency", SqliteType.Text);
await insert.PrepareAsync();
using var turn = new SemaphoreSlim(1, 1);

var builder = WebApplication.CreateSlimBuilder(args[3..]);
builder.Logging.ClearProviders();
await using var app = builder.Build();
app.MapGet(
    "/",
    async (HttpResponse response) =>
    {
        response.ContentType = "application/json";
        response.ContentLength = content.Length;
        await response.BodyWriter.WriteAsync(content);
    }
);
app.MapGet("/found", () => Results.Json(found));
app.MapPost(
    "/insert",
    async (Country country) =>
    {
        await turn.WaitAsync();
        try
        {
            (name.Value, currency.Value) = (country.Name, country.LocalCurrency);
            await insert.ExecuteNonQueryAsync();
        }
        finally
        {
            turn.Release();
        }
        return Results.Json(country, statusCode: StatusCodes.Status201Created);
    }
);
await app.RunAsync();

internal sealed record Country(
    [property: JsonPropertyName("country_name")] string Name,
    [property: JsonPropertyName("local_currency")] string LocalCurrency
);

internal sealed record Found(FoundCountry[] Items, int Total, string? Next);

internal sealed record FoundCountry(string? Alpha2, string Name, string? Region, long? Population, Money[] Currencies);

internal sealed record Money(string? Code, string Name, string Kind, string? From, string? To);
