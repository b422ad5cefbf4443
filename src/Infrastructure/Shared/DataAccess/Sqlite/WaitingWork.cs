using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Shared.Infrastructure.DataAccess.Sqlite;

/// <summary>A work on its way through a <see cref="GroupWriter{TContext}"/>: it waits, then is started or gives up, and is answered once.</summary>
/// <param name="context">The context that the work saves through.</param>
/// <param name="work">The work; answers whether to keep what it saved.</param>
internal sealed class WaitingWork(DbContext context, Func<Task<bool>> work)
{
    private const string Savepoint = "work";
    private const int Waits = 0;
    private const int Started = 1;
    private const int GaveUp = 2;

    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext? caller = ExecutionContext.Capture();
    private int state = Waits;
    private Exception? failure;

    /// <summary>Ends when the work's fate is known.</summary>
    public Task Answered => answered.Task;

    /// <summary>Starts it, unless it gave up.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref state, Started, Waits) == Waits;

    /// <summary>Gives up, unless it was started: then its end must be waited for, since it uses the caller's context.</summary>
    /// <param name="reason">Makes the answer; asked only when it gives up.</param>
    public void TryGiveUp(Func<Exception> reason)
    {
        if (Interlocked.CompareExchange(ref state, GaveUp, Waits) == Waits)
            answered.SetException(reason());
    }

    /// <summary>Runs it inside the group's transaction and keeps what it saved, or nothing. Its failure concerns only itself.</summary>
    /// <exception cref="Exception">The transaction is broken, and with it the whole group.</exception>
    public async Task RunAsync(IDbContextTransaction group)
    {
        await group.CreateSavepointAsync(Savepoint);
        var keep = false;
        try
        {
            keep = await InCallersContext(() => LendAsync(group.GetDbTransaction()));
        }
        catch (Exception e)
        {
            failure = e;
        }
        if (!keep)
            await group.RollbackToSavepointAsync(Savepoint);
        await group.ReleaseSavepointAsync(Savepoint);
    }

    /// <summary>Answers the caller after the commit.</summary>
    public void Answer()
    {
        if (failure is null)
            answered.SetResult();
        else
            answered.SetException(failure);
    }

    /// <summary>Answers the caller that there was no commit.</summary>
    public void Fail(Exception reason) => answered.SetException(reason);

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
            return await work();
        }
        finally
        {
            database.SetDbConnection(own, contextOwnsConnection: true);
        }
    }

    /// <summary>The work belongs to its caller's trace and log scopes, not to those of the loop that runs it.</summary>
    private Task<bool> InCallersContext(Func<Task<bool>> run)
    {
        if (caller is null)
            return run();
        Task<bool>? running = null;
        ExecutionContext.Run(caller, _ => running = run(), null);
        return running!;
    }
}
