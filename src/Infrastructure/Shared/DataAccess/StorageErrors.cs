using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Shared.Infrastructure.DataAccess;

/// <summary>What the errors of a database mean. EF Core and the providers wrap them, sometimes twice.</summary>
internal static class StorageErrors
{
    /// <summary>Another transaction was first: it took a unique value, changed the same row, or held a lock that we needed.</summary>
    public static bool IsLostRace(this IStorageEngine engine, Exception exception) =>
        exception
            .Chain()
            .Any(e => e is DbUpdateConcurrencyException || (e is DbException error && engine.MeansLostRace(error)));

    /// <summary>The database is busy, full, read-only or out of reach: nothing is wrong with the request.</summary>
    public static bool IsUnavailable(this IStorageEngine engine, Exception exception) =>
        exception.Chain().OfType<DbException>().Any(engine.MeansUnavailable);

    private static IEnumerable<Exception> Chain(this Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
