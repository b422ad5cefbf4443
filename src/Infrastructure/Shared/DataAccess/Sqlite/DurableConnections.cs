using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shared.Infrastructure.DataAccess.Sqlite;

/// <summary>
/// Makes every commit reach the disk before it is answered, whatever SQLite was built with. What need not outlive a
/// transaction stays in memory instead: the pages that a savepoint would put back.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    private const string Durable = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Durable;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Durable;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
