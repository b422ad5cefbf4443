using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Shared.Infrastructure.DataAccess;

/// <summary>What the errors of the two databases mean. EF Core and the providers wrap them, sometimes twice.</summary>
internal static class StorageErrors
{
    /// <summary>Another transaction was first: it took a unique value, changed the same row, or held a lock that we needed.</summary>
    public static bool IsLostRace(this Exception exception) =>
        exception
            .Chain()
            .Any(e =>
                e switch
                {
                    DbUpdateConcurrencyException => true,
                    SqliteException sqlite => sqlite.SqliteExtendedErrorCode
                        is raw.SQLITE_CONSTRAINT_UNIQUE
                            or raw.SQLITE_CONSTRAINT_PRIMARYKEY,
                    PostgresException postgres => postgres.SqlState
                        is PostgresErrorCodes.UniqueViolation
                            or PostgresErrorCodes.SerializationFailure
                            or PostgresErrorCodes.DeadlockDetected,
                    _ => false,
                }
            );

    /// <summary>The database is busy, full, read-only or out of reach: nothing is wrong with the request.</summary>
    public static bool IsStorageUnavailable(this Exception exception) =>
        exception
            .Chain()
            .Any(e =>
                e switch
                {
                    SqliteException sqlite => sqlite.SqliteErrorCode
                        is raw.SQLITE_BUSY
                            or raw.SQLITE_LOCKED
                            or raw.SQLITE_FULL
                            or raw.SQLITE_IOERR
                            or raw.SQLITE_READONLY
                            or raw.SQLITE_CANTOPEN,
                    // A server's answer is final unless it says so itself; anything else is a broken connection.
                    NpgsqlException npgsql => npgsql.IsTransient || npgsql is not PostgresException,
                    _ => false,
                }
            );

    private static IEnumerable<Exception> Chain(this Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
