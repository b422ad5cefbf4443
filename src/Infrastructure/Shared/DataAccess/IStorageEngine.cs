using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// What differs between the databases: how a module's storage is opened and prepared, how commits are put in order, and what
/// errors mean.
/// </summary>
internal interface IStorageEngine
{
    /// <summary>Where the data lies, for people; without secrets.</summary>
    string Location { get; }

    /// <summary>Points a module's context at its database.</summary>
    void Configure(DbContextOptionsBuilder options, string module);

    /// <summary>Looks at a module's database without changing anything.</summary>
    /// <exception cref="StartupFailureException">It cannot be used: unreadable, corrupt, or not of this service.</exception>
    /// <returns>What was done to it before; nothing when it does not exist yet.</returns>
    Task<StorageState> InspectAsync(string module, CancellationToken cancellationToken);

    /// <summary>
    /// Lets the transaction under way commit before any other one of the module that asks for this later: rows that it adds
    /// from now on have numbers in the order of the commits.
    /// </summary>
    Task OrderCommitsAsync(DbContext context, CancellationToken cancellationToken);

    /// <summary>Takes the lock under which a module's storage is prepared. It dies with the process that holds it.</summary>
    /// <exception cref="StartupFailureException">Another process holds it for too long, or the storage cannot be written.</exception>
    Task<IAsyncDisposable> LockAsync(string module, CancellationToken cancellationToken);

    /// <summary>Makes what must exist before the migrations run, and clears what a killed start left in their way.</summary>
    Task BeforeMigrationAsync(DbContext context, CancellationToken cancellationToken);

    /// <summary>Whether another transaction was first: it took a unique value, or held a lock that this one needed.</summary>
    bool MeansLostRace(DbException error);

    /// <summary>Whether the database is busy, full, read-only or out of reach.</summary>
    bool MeansUnavailable(DbException error);
}

/// <summary>What was done to a module's database before this start.</summary>
/// <param name="Migrations">The migrations that were applied, in order.</param>
/// <param name="DataSetVersions">The versions of the data set that were loaded.</param>
internal sealed record StorageState(IReadOnlyList<string> Migrations, IReadOnlyList<string> DataSetVersions)
{
    /// <summary>A database that does not exist yet.</summary>
    public static readonly StorageState New = new([], []);
}
