using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Shared.Infrastructure.DataAccess.PostgreSql;

/// <summary>PostgreSQL: a schema per module, in one database or in one of the module's own.</summary>
internal sealed class PostgreSqlEngine(StorageOptions options, IConfiguration configuration) : IStorageEngine
{
    /// <summary>The advisory lock under which storage is prepared: any number that no other program uses, "Countries" in ASCII.</summary>
    private const long StartLock = 0x436F_756E_7472_6965;

    public string Location
    {
        get
        {
            var connection = new NpgsqlConnectionStringBuilder(ConnectionString(null));
            return $"PostgreSQL database {connection.Database} on {connection.Host}:{connection.Port}";
        }
    }

    public void Configure(DbContextOptionsBuilder builder, string module) =>
        builder.UseNpgsql(
            ConnectionString(module),
            npgsql => npgsql.MigrationsHistoryTable("__EFMigrationsHistory", SchemaOf(module)).CommandTimeout(30)
        );

    public async Task<IReadOnlyList<string>> InspectAsync(string module, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(module, cancellationToken);
        await using var exists = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection)
        {
            Parameters = { new() { Value = $"{SchemaOf(module)}.\"__EFMigrationsHistory\"" } },
        };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
            return [];
        await using var command = new NpgsqlCommand(
            $"""SELECT migration_id FROM {SchemaOf(module)}."__EFMigrationsHistory" ORDER BY 1""",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var migrations = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            migrations.Add(reader.GetString(0));
        return migrations;
    }

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        // A session of its own: the server lets go of the lock when the session ends, however it ends.
        var connection = await OpenAsync(null, cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(
                $"SET lock_timeout = {(int)options.StartTimeout.TotalMilliseconds}; SELECT pg_advisory_lock({StartLock})",
                connection
            )
            {
                CommandTimeout = (int)options.StartTimeout.TotalSeconds + 5,
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await connection.DisposeAsync();
            throw new StartupFailureException(
                $"Another process has been preparing the {Location} for {options.StartTimeout.TotalSeconds:0} seconds. Wait for it or stop it, then start again.",
                e
            );
        }
    }

    public Task BeforeMigrationAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    private static string SchemaOf(string module) => module.ToLowerInvariant();

    private string ConnectionString(string? module) =>
        (module is null ? null : configuration.GetConnectionString(module))
        ?? configuration.GetConnectionString("Database")
        ?? throw new StartupFailureException(
            "Storage:Provider is PostgreSql, but ConnectionStrings:Database is not set."
        );

    private async Task<NpgsqlConnection> OpenAsync(string? module, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString(module)) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw new StartupFailureException($"The {Location} cannot be reached: {e.Message}", e);
        }
    }
}
