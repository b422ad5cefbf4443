using Npgsql;

namespace Api.Tests.Testing;

/// <summary>
/// An empty database of its own on the PostgreSQL server that <c>COUNTRIES_TEST_POSTGRESQL</c> names (<c>eng/servers</c>
/// starts one). Without a server the tests are skipped, which CI does not allow.
/// </summary>
internal sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name = $"countries_{Guid.NewGuid():N}";

    private PostgreSqlDatabase(string server) => this.server = server;

    /// <summary>The settings of a service that uses it.</summary>
    public Dictionary<string, string> Settings =>
        new() { ["Storage:Provider"] = "PostgreSql", ["ConnectionStrings:Database"] = Connection(name) };

    /// <summary>Makes the database.</summary>
    public static async Task<PostgreSqlDatabase> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable("COUNTRIES_TEST_POSTGRESQL") ?? "";
        if (server.Length == 0)
            Assert.Ignore("No PostgreSQL server: start one with eng/servers and set COUNTRIES_TEST_POSTGRESQL.");
        var database = new PostgreSqlDatabase(server);
        await database.ExecuteAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    /// <summary>The only value of a query.</summary>
    public async Task<T> ValueAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection(name));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Connection(string database) => $"{server};Database={database}";
}
