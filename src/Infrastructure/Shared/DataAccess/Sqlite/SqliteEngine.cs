using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Shared.Infrastructure.DataAccess.Sqlite;

/// <summary>SQLite: a file per module in one folder.</summary>
internal sealed class SqliteEngine(StorageOptions options, TimeProvider clock) : IStorageEngine
{
    private static readonly DurableConnections Durable = new();

    public string Location => options.FullDirectory;

    public void Configure(DbContextOptionsBuilder builder, string module) =>
        builder
            .UseSqlite(
                new SqliteConnectionStringBuilder
                {
                    DataSource = FileOf(module),
                    // How long to wait for another program that holds the file; 0 would be for ever.
                    DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.WriteTimeout.TotalSeconds)),
                }.ToString()
            )
            .AddInterceptors(Durable);

    public async Task<StorageState> InspectAsync(string module, CancellationToken cancellationToken)
    {
        var file = FileOf(module);
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
            return StorageState.New;
        // Without files of a writer beside it nobody writes it: opened as immutable, it gets none of its own either.
        var immutable = !HasWriter(file);
        try
        {
            return await LookAsync(file, immutable, cancellationToken);
        }
        catch (StartupFailureException) when (immutable && HasWriter(file))
        {
            // Another start began to write while we looked, so what we saw was half a change.
            return await LookAsync(file, immutable: false, cancellationToken);
        }
    }

    public bool MeansLostRace(DbException error) =>
        error
            is SqliteException
            {
                SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY
            };

    public bool MeansUnavailable(DbException error) =>
        error
            is SqliteException
            {
                SqliteErrorCode: raw.SQLITE_BUSY
                    or raw.SQLITE_LOCKED
                    or raw.SQLITE_FULL
                    or raw.SQLITE_IOERR
                    or raw.SQLITE_READONLY
                    or raw.SQLITE_CANTOPEN
            };

    public async Task<IAsyncDisposable> LockAsync(string module, CancellationToken cancellationToken)
    {
        var file = Path.Combine(options.FullDirectory, $"{module.ToLowerInvariant()}.lock");
        var start = clock.GetTimestamp();
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
                if (clock.GetElapsedTime(start) > options.StartTimeout)
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

    // A file has one writer at a time.
    public Task OrderCommitsAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task BeforeMigrationAsync(DbContext context, CancellationToken cancellationToken)
    {
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

    private static bool HasWriter(string file) => File.Exists(file + "-wal") || File.Exists(file + "-journal");

    private static async Task<StorageState> LookAsync(string file, bool immutable, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(ReadOnly(file, immutable));
            await connection.OpenAsync(cancellationToken);
            if (await ReadAsync("PRAGMA quick_check(1)") is not ["ok"])
                throw new StartupFailureException(Corrupt(file));
            var tables = await ReadAsync("SELECT name FROM sqlite_master WHERE type = 'table'");
            if (tables.All(table => table.StartsWith("__EFMigrations", StringComparison.Ordinal)))
                return StorageState.New;
            if (!tables.Contains("data_set_versions") || !tables.Contains("__EFMigrationsHistory"))
                throw new StartupFailureException(
                    $"The file {file} is a database of another program. Set Storage:Directory to a folder of this service's own."
                );
            return new StorageState(
                await ReadAsync("""SELECT migration_id FROM "__EFMigrationsHistory" ORDER BY 1"""),
                await ReadAsync("SELECT version FROM data_set_versions ORDER BY 1")
            );

            async Task<List<string>> ReadAsync(string sql)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                var values = new List<string>();
                while (await reader.ReadAsync(cancellationToken))
                    values.Add(reader.GetString(0));
                return values;
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            throw new StartupFailureException(Corrupt(file), e);
        }
        catch (SqliteException e)
        {
            throw new StartupFailureException($"The database file {file} cannot be read: {e.Message}", e);
        }
    }

    private static string ReadOnly(string file, bool immutable) =>
        new SqliteConnectionStringBuilder
        {
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DataSource = immutable ? $"file:{Uri.EscapeDataString(file)}?immutable=1" : file,
        }.ToString();

    private static string Corrupt(string file) =>
        $"The database file {file} is corrupt or no SQLite database. Nothing was changed; put a good copy in its place or move it away.";

    private static bool IsHeldByAnother(IOException e) =>
        // .NET reports flock's EWOULDBLOCK with its number on Linux (11) and macOS (35), a sharing violation on Windows.
        e.HResult
            is 11
                or 35
                or unchecked((int)0x80070020);
}
