using Microsoft.EntityFrameworkCore;

namespace Shared.Infrastructure.DataAccess;

/// <summary>What differs between the databases when a module's storage is opened and prepared.</summary>
internal interface IStorageEngine
{
    /// <summary>Where the data lies, for people; without secrets.</summary>
    string Location { get; }

    /// <summary>Points a module's context at its database.</summary>
    void Configure(DbContextOptionsBuilder options, string module);

    /// <summary>Looks at a module's database without changing anything.</summary>
    /// <exception cref="StartupFailureException">It cannot be used: unreadable, corrupt, or not of this service.</exception>
    /// <returns>The migrations that were applied to it; none when it does not exist yet.</returns>
    Task<IReadOnlyList<string>> InspectAsync(string module, CancellationToken cancellationToken);

    /// <summary>Takes the lock under which the storage is prepared. It dies with the process that holds it.</summary>
    /// <exception cref="StartupFailureException">Another process holds it for too long, or the storage cannot be written.</exception>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>Makes what must exist before the migrations run, and clears what a killed start left in their way.</summary>
    Task BeforeMigrationAsync(DbContext context, CancellationToken cancellationToken);
}
