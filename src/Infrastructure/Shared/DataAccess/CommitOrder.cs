using Microsoft.EntityFrameworkCore;

namespace Shared.Infrastructure.DataAccess;

/// <summary>Lets a unit of work look at what all others did before it, where two at once would both find things right.</summary>
public sealed class CommitOrder
{
    private readonly IStorageEngine engine;

    internal CommitOrder(IStorageEngine engine) => this.engine = engine;

    /// <summary>Waits until those before have committed, and holds those behind up until this one has.</summary>
    /// <param name="context">The context of the unit of work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task TakeAsync(DbContext context, CancellationToken cancellationToken) =>
        engine.OrderCommitsAsync(context, cancellationToken);
}
