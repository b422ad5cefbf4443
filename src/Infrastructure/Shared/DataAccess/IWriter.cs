using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// Begins the transactions in which a module's database is written; all writing after the start goes through it, but for
/// the keys of Data Protection, which the framework stores when it likes.
/// </summary>
/// <typeparam name="TContext">The context of the module.</typeparam>
internal interface IWriter<TContext>
    where TContext : ModuleDbContext
{
    /// <summary>Begins a transaction in which the context saves. Where the database has one writer, this waits for its turn.</summary>
    /// <exception cref="StorageUnavailableException">Its turn did not come in time.</exception>
    Task<IWriterTransaction> BeginAsync(TContext context, CancellationToken cancellationToken);

    /// <summary>
    /// A number that is another one after each commit that came not through this writer; nothing where the database has no
    /// such number, so that whoever wants to know must look.
    /// </summary>
    Task<long?> StampOfOthersAsync(CancellationToken cancellationToken);
}

/// <summary>A transaction of one writer. Nothing of it is kept when it is disposed of before its end.</summary>
internal interface IWriterTransaction : IAsyncDisposable
{
    /// <summary>
    /// Ends it. What was saved is kept, for good and as a whole, when this returns. When it throws, that may have happened
    /// all the same.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The commit, which others shared, failed.</exception>
    Task CommitAsync();

    /// <summary>Ends it and gives up what was saved. When this returns, what it has seen of others is committed.</summary>
    /// <exception cref="StorageUnavailableException">The commit of the others failed: what was seen may never have been.</exception>
    Task RollBackAsync();
}
