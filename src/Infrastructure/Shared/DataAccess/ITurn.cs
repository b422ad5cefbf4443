using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// The turn of the unit of work under way. Without it a work only reads, side by side with others; it is taken by itself
/// when the work is done, to save. A work takes it earlier when it looks at what two at once would both find right, or
/// when it writes otherwise than by the context's tracked changes.
/// </summary>
/// <typeparam name="TContext">The context of the module.</typeparam>
public interface ITurn<TContext>
    where TContext : ModuleDbContext
{
    /// <summary>
    /// Waits for those before: what they saved can be seen, and is committed when this unit of work is answered. Whoever takes
    /// the turn later sees what this one saved.
    /// </summary>
    /// <exception cref="InvalidOperationException">No unit of work is under way.</exception>
    /// <exception cref="StorageUnavailableException">The turn did not come in time.</exception>
    Task TakeAsync(CancellationToken cancellationToken);
}
