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

    /// <summary>Tells what was committed.</summary>
    public void Publish(IReadOnlyCollection<OutboxMessage> committed)
    {
        if (committed.Count == 0)
            return;
        foreach (var snapshot in snapshots)
            snapshot.Apply(committed);
        wake.Writer.TryWrite(true);
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

/// <summary>A picture in memory of what a module has stored; a subscriber of the module's commits.</summary>
/// <typeparam name="TContext">The context of the module.</typeparam>
public interface ISnapshot<TContext>
    where TContext : ModuleDbContext
{
    /// <summary>Takes note of what was committed. Does no work: the next reader does it.</summary>
    void Apply(IReadOnlyCollection<OutboxMessage> committed);

    /// <summary>Loads everything, so that the first reader need not wait.</summary>
    Task LoadAsync(CancellationToken cancellationToken);
}
