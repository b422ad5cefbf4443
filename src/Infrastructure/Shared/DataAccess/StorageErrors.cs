using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Shared.Infrastructure.DataAccess;

/// <summary>What the errors of the two databases mean.</summary>
internal static class StorageErrors
{
    /// <summary>Another row has the value already, or a concurrent transaction was first.</summary>
    public static bool IsUniqueViolation(this DbUpdateException exception) =>
        exception.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode
                is raw.SQLITE_CONSTRAINT_UNIQUE
                    or raw.SQLITE_CONSTRAINT_PRIMARYKEY,
            PostgresException postgres => postgres.SqlState
                is PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure,
            _ => false,
        };

    /// <summary>The database is busy, full, read-only or out of reach: nothing is wrong with the request.</summary>
    public static bool IsStorageUnavailable(this Exception exception) =>
        (exception is DbUpdateException ? exception.InnerException : exception) switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode
                is raw.SQLITE_BUSY
                    or raw.SQLITE_LOCKED
                    or raw.SQLITE_FULL
                    or raw.SQLITE_IOERR
                    or raw.SQLITE_READONLY
                    or raw.SQLITE_CANTOPEN
                    or raw.SQLITE_CORRUPT
                    or raw.SQLITE_NOTADB,
            NpgsqlException npgsql => npgsql.IsTransient || npgsql is not PostgresException,
            InvalidOperationException { InnerException: NpgsqlException { IsTransient: true } } => true,
            _ => false,
        };
}
