using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess.PostgreSql;

/// <summary>PostgreSQL: a schema per module, in one database or in one of the module's own.</summary>
internal sealed class PostgreSqlEngine(StorageOptions options, IConfiguration configuration) : IStorageEngine
{
    /// <summary>The advisory lock under which storage is prepared: any number that no other program uses, "Country!" in ASCII.</summary>
    private const long StartLock = 0x436F_756E_7472_7921;

    /// <summary>The first half of the advisory lock that puts the commits of a module in order; the second is the module.</summary>
    private const int CommitLock = 0x4369_7479;

    public string Location =>
        configuration.GetConnectionString("Database") is null
            ? "PostgreSQL, with a database of its own for each module"
            : Describe(SettingsOf(null));

    public void Configure(DbContextOptionsBuilder builder, string module) =>
        builder.UseNpgsql(
            SettingsOf(module).ToString(),
            npgsql => npgsql.MigrationsHistoryTable("__EFMigrationsHistory", SchemaOf(module)).CommandTimeout(30)
        );

    public async Task<StorageState> InspectAsync(string module, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(module, cancellationToken);
        var schema = SchemaOf(module);
        var exists = await ReadAsync($"SELECT 1::text FROM pg_tables WHERE schemaname = '{schema}' LIMIT 1");
        if (exists.Count == 0)
            return StorageState.New;
        return new StorageState(
            await ReadAsync($"""SELECT migration_id FROM {schema}."__EFMigrationsHistory" ORDER BY 1"""),
            await ReadAsync($"SELECT version FROM {schema}.data_set_versions ORDER BY 1")
        );

        async Task<List<string>> ReadAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            try
            {
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                var values = new List<string>();
                while (await reader.ReadAsync(cancellationToken))
                    values.Add(reader.GetString(0));
                return values;
            }
            // The first migration makes the history before the tables: a start that was killed there made no more.
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                return [];
            }
        }
    }

    public bool MeansLostRace(DbException error) =>
        error
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
            };

    // A server's answer is final unless it says so itself; anything else is a broken connection.
    public bool MeansUnavailable(DbException error) =>
        error is NpgsqlException npgsql && (npgsql.IsTransient || npgsql is not PostgresException);

    public async Task<IAsyncDisposable> LockAsync(string module, CancellationToken cancellationToken)
    {
        // A session of its own: the server lets go of the lock when the session ends, however it ends.
        var connection = await OpenAsync(module, cancellationToken);
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
        catch (Exception e)
        {
            await connection.DisposeAsync();
            if (e is not PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
                throw;
            throw new StartupFailureException(
                $"Another process has been preparing the {Describe(SettingsOf(module))} for {options.StartTimeout.TotalSeconds:0} seconds. Wait for it or stop it, then start again.",
                e
            );
        }
    }

    public Task OrderCommitsAsync(DbContext context, CancellationToken cancellationToken) =>
        // The server lets go of it when the transaction ends; the next one takes its numbers after that.
        context.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({CommitLock}, hashtext({ModuleName.Of(context.GetType())}))",
            cancellationToken
        );

    public Task BeforeMigrationAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    private static string SchemaOf(string module) => module.ToLowerInvariant();

    private static string Describe(NpgsqlConnectionStringBuilder settings) =>
        $"PostgreSQL database {settings.Database} on {settings.Host}:{settings.Port}";

    private NpgsqlConnectionStringBuilder SettingsOf(string? module)
    {
        var name = module is not null && configuration.GetConnectionString(module) is not null ? module : "Database";
        try
        {
            return new NpgsqlConnectionStringBuilder(
                configuration.GetConnectionString(name)
                    ?? throw new StartupFailureException(
                        "Storage:Provider is PostgreSql, but ConnectionStrings:Database is not set."
                    )
            );
        }
        // The message of the exception repeats parts of the string, and so perhaps of the password.
        catch (ArgumentException)
        {
            throw new StartupFailureException(
                $"ConnectionStrings:{name} cannot be understood. It looks like Host=localhost;Database=countries;Username=countries;Password=…"
            );
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(string module, CancellationToken cancellationToken)
    {
        var settings = SettingsOf(module);
        settings.Pooling = false;
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw new StartupFailureException($"The {Describe(settings)} cannot be reached: {e.Message}", e);
        }
    }
}
