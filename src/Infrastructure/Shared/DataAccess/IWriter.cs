using ErrorOr;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// Runs works in transactions of a module's database; all writing after the start goes through it, but for the keys of Data
/// Protection, which the framework stores when it likes.
/// </summary>
/// <typeparam name="TContext">The context of the module.</typeparam>
internal interface IWriter<TContext>
    where TContext : ModuleDbContext
{
    /// <summary>
    /// Runs a work that saves through the context. What it saved is kept, for good and as a whole, when this returns its
    /// result; nothing of it is kept when the result is an error or the work throws. When the commit fails, which may
    /// have happened all the same, this throws.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Its turn did not come in time, or the commit failed.</exception>
    Task<ErrorOr<T>> WriteAsync<T>(
        TContext context,
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// A number that is another one after each commit that came not through this writer; nothing where the database has no
    /// such number, so that whoever wants to know must look.
    /// </summary>
    Task<long?> StampOfOthersAsync(CancellationToken cancellationToken);
}
