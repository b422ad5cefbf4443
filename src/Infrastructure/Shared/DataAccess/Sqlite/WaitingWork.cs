using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Shared.Infrastructure.DataAccess.Sqlite;

/// <summary>A work on its way through a <see cref="GroupWriter{TContext}"/>: it waits, then is started or gives up; it ends, and is answered once.</summary>
/// <param name="context">The context that the work saves through.</param>
internal sealed class WaitingWork(DbContext context) : IWriterTransaction
{
    private const string Savepoint = "work";
    private const int Waits = 0;
    private const int Starts = 1;
    private const int GaveUp = 2;

    // What the work does in its turn runs on the loop's own thread: to hand it to another one costs more than a save.
    private readonly TaskCompletionSource started = new();
    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state = Waits;
    private Exception? lendingFailure;

    /// <summary>Ends when the work's turn has come.</summary>
    public Task Started => started.Task;

    /// <summary>Takes it out of those that wait, unless it gave up.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref state, Starts, Waits) == Waits;

    /// <summary>Gives up, unless its turn has come: then its end must be waited for, since it uses the caller's context.</summary>
    /// <param name="reason">Makes the answer; asked only when it gives up.</param>
    public void TryGiveUp(Func<Exception> reason)
    {
        if (Interlocked.CompareExchange(ref state, GaveUp, Waits) == Waits)
            Refuse(reason());
    }

    /// <summary>Gives it its turn inside the group's transaction and keeps what it saved, or nothing. Its failure concerns only itself.</summary>
    /// <exception cref="Exception">The transaction is broken, and with it the whole group.</exception>
    public async Task RunAsync(IDbContextTransaction group)
    {
        await group.CreateSavepointAsync(Savepoint);
        var keep = false;
        try
        {
            keep = await LendAsync(group.GetDbTransaction());
        }
        catch (Exception e)
        {
            lendingFailure = e;
        }
        if (!keep)
            await group.RollbackToSavepointAsync(Savepoint);
        await group.ReleaseSavepointAsync(Savepoint);
    }

    /// <summary>Answers the caller after the commit.</summary>
    public void Answer()
    {
        if (lendingFailure is null)
            answered.SetResult();
        else
            Fail(lendingFailure);
    }

    /// <summary>Answers the caller that there was no commit.</summary>
    public void Fail(Exception reason)
    {
        if (started.Task.IsCompleted)
            answered.SetException(reason);
        else
            Refuse(reason);
    }

    public Task CommitAsync() => EndAsync(keep: true);

    public Task RollBackAsync() => EndAsync(keep: false);

    // The context is the group's until the answer. What the caller is told is what went wrong before this.
    public async ValueTask DisposeAsync() =>
        await EndAsync(keep: false).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private Task EndAsync(bool keep)
    {
        ended.TrySetResult(keep);
        return answered.Task;
    }

    // Not on the thread of the loop or of whoever cancels: they go on when this returns.
    private void Refuse(Exception reason) => _ = Task.Run(() => started.SetException(reason));

    /// <summary>Lends the group's connection and transaction to the work's context, and gives that its own back.</summary>
    private async Task<bool> LendAsync(DbTransaction group)
    {
        var database = context.Database;
        var own = database.GetDbConnection();
        // Not owned, it is not disposed of when the other one takes its place.
        database.SetDbConnection(own, contextOwnsConnection: false);
        database.SetDbConnection(group.Connection, contextOwnsConnection: false);
        try
        {
            // To dispose of it lets go of the connection; the transaction itself stays with the group.
            await using var lent = await database.UseTransactionAsync(group);
            started.SetResult();
            return await ended.Task;
        }
        finally
        {
            database.SetDbConnection(own, contextOwnsConnection: true);
        }
    }
}
