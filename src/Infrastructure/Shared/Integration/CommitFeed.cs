using System.Threading.Channels;
using Shared.Infrastructure.DataAccess;

namespace Shared.Infrastructure.Integration;

/// <summary>
/// What a commit sets going: the snapshots of this process learn at once what changed, so that a writer reads its own
/// write, and the relay wakes up to hand the stored messages to the other subscribers.
/// </summary>
/// <typeparam name="TContext">The context of the module that commits.</typeparam>
public sealed class CommitFeed<TContext>(IEnumerable<ISnapshot<TContext>> snapshots)
    where TContext : ModuleDbContext
{
    // One token is enough: the relay looks for all that waits.
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Tells what a commit changed.</summary>
    /// <param name="aggregateIds">The aggregates.</param>
    /// <param name="eventsWait">Whether it stored events for the relay to hand over.</param>
    public void Publish(IReadOnlyCollection<string> aggregateIds, bool eventsWait)
    {
        foreach (var snapshot in snapshots)
            snapshot.Apply(aggregateIds);
        if (eventsWait)
            wake.Writer.TryWrite(true);
    }

    /// <summary>Tells that somebody else may have changed anything.</summary>
    public void PublishAll()
    {
        foreach (var snapshot in snapshots)
            snapshot.ApplyAll();
    }

    /// <summary>Waits for a commit, at most for the given time.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over: look anyway.
        }
    }
}
