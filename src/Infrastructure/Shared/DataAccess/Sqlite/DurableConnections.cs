using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Shared.Infrastructure.DataAccess.Sqlite;

/// <summary>
/// Makes every commit reach the disk before it is answered, whatever SQLite was built with. What need not outlive a
/// transaction stays in memory instead: the pages that a savepoint would put back. Each keeps few pages of the file.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    // Half a megabyte of pages for each connection instead of two: under load there are many, and the system keeps the file, too.
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -500";

    // SQLite remembers it for as long as the file is open, and the pool keeps files open.
    private readonly ConditionalWeakTable<sqlite3, string> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var file = ((SqliteConnection)connection).Handle!;
        if (told.TryGetValue(file, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        told.TryAdd(file, Settings);
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        // SQLite has nothing to wait for.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
