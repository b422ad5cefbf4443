using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Shared.Infrastructure.DataAccess.Sqlite;

/// <summary>SQLite: a file per module in one folder.</summary>
internal sealed class SqliteEngine(StorageOptions options, TimeProvider clock) : IStorageEngine
{
    public string Location => options.FullDirectory;

    public void Configure(DbContextOptionsBuilder builder, string module) =>
        builder.UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = FileOf(module), DefaultTimeout = 30 }.ToString()
        );

    public async Task<IReadOnlyList<string>> InspectAsync(string module, CancellationToken cancellationToken)
    {
        var file = FileOf(module);
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
            return [];
        try
        {
            await using var connection = new SqliteConnection(ReadOnlyConnectionString(file));
            await connection.OpenAsync(cancellationToken);
            if (await ScalarAsync(connection, "PRAGMA quick_check(1)", cancellationToken) is not "ok")
                throw new StartupFailureException(Corrupt(file));
            if (await CountAsync(connection, "type = 'table' AND name NOT GLOB '__EFMigrations*'") == 0)
                return [];
            if (await CountAsync(connection, "name = '__EFMigrationsHistory'") == 0)
                throw new StartupFailureException(
                    $"The file {file} is a database of another program. Set Storage:Directory to a folder of this service's own."
                );
            return await AppliedMigrationsAsync(connection, cancellationToken);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            throw new StartupFailureException(Corrupt(file), e);
        }
        catch (SqliteException e)
        {
            throw new StartupFailureException($"The database file {file} cannot be read: {e.Message}", e);
        }

        async Task<long> CountAsync(SqliteConnection connection, string condition) =>
            (long)
                (
                    await ScalarAsync(
                        connection,
                        $"SELECT count(*) FROM sqlite_master WHERE {condition}",
                        cancellationToken
                    )
                )!;
    }

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(options.FullDirectory, "start.lock");
        var limit = clock.GetTimestamp();
        while (true)
        {
            try
            {
                Directory.CreateDirectory(options.FullDirectory);
                // The operating system lets go of it when the process dies, however it dies.
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeldByAnother(e))
            {
                if (clock.GetElapsedTime(limit) > options.StartTimeout)
                    throw new StartupFailureException(
                        $"Another process has been preparing {options.FullDirectory} for {options.StartTimeout.TotalSeconds:0} seconds. Wait for it or stop it, then start again.",
                        e
                    );
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                throw new StartupFailureException(
                    $"The folder {options.FullDirectory} cannot be written: {e.Message} Set Storage:Directory to a folder that this user may write.",
                    e
                );
            }
        }
    }

    public async Task BeforeMigrationAsync(DbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        // A start that was killed while it migrated leaves this row, and the next one would wait for it for ever. We
        // hold the lock of our own, so nobody else is migrating.
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            DELETE FROM "__EFMigrationsLock";
            """,
            cancellationToken
        );
    }

    private string FileOf(string module) => Path.Combine(options.FullDirectory, $"{module.ToLowerInvariant()}.db");

    private static string Corrupt(string file) =>
        $"The database file {file} is corrupt or no SQLite database. Nothing was changed; put a good copy in its place or move it away.";

    /// <summary>A connection that leaves no trace: without a write-ahead log beside the file nobody writes it, so it counts as immutable.</summary>
    private static string ReadOnlyConnectionString(string file)
    {
        var builder = new SqliteConnectionStringBuilder { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        builder.DataSource = File.Exists(file + "-wal") ? file : $"file:{Uri.EscapeDataString(file)}?immutable=1";
        return builder.ToString();
    }

    private static async Task<IReadOnlyList<string>> AppliedMigrationsAsync(
        SqliteConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT migration_id FROM "__EFMigrationsHistory" ORDER BY 1""";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var migrations = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            migrations.Add(reader.GetString(0));
        return migrations;
    }

    private static async Task<object?> ScalarAsync(
        SqliteConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static bool IsHeldByAnother(IOException e) =>
        // .NET reports flock's EWOULDBLOCK with this HResult on Unix, a sharing violation on Windows.
        e.HResult
            is 11
                or unchecked((int)0x80070020)
                or 35;
}
