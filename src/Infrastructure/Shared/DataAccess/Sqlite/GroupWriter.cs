using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess.Sqlite;

/// <summary>
/// Commits together what waits together. A SQLite file has one writer, and each commit waits for the disk: so the works
/// that wait have their turns one after the other in one transaction, each under a savepoint, and are answered after its
/// commit. All groups have one connection, which stays open: by it SQLite tells what others have committed.
/// </summary>
internal sealed class GroupWriter<TContext> : IWriter<TContext>, IAsyncDisposable
    where TContext : ModuleDbContext
{
    private const int MostWorks = 100;

    private readonly Channel<WaitingWork> waiting = Channel.CreateUnbounded<WaitingWork>(new() { SingleReader = true });
    private readonly IServiceScopeFactory scopes;
    private readonly StorageOptions options;
    private readonly ILogger<GroupWriter<TContext>> logger;
    private readonly Task loop;

    private readonly SemaphoreSlim connectionInUse = new(1, 1);
    private IServiceScope? opened;
    private long openings;

    public GroupWriter(IServiceScopeFactory scopes, StorageOptions options, ILogger<GroupWriter<TContext>> logger)
    {
        (this.scopes, this.options, this.logger) = (scopes, options, logger);
        // It outlives the request that needs it first, so it must not carry that one's trace.
        using (ExecutionContext.SuppressFlow())
            loop = Task.Run(CommitGroupsAsync);
    }

    public async Task<IWriterTransaction> BeginAsync(TContext context, CancellationToken cancellationToken)
    {
        var mine = new WaitingWork(context);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(mine), this);

        using var late = new CancellationTokenSource(options.WriteTimeout);
        await using var onTimeout = late.Token.Register(() => mine.TryGiveUp(Refusal));
        await using var onCancel = cancellationToken.Register(() =>
            mine.TryGiveUp(() => new OperationCanceledException(cancellationToken))
        );
        await mine.Started;
        return mine;
    }

    public async Task<long?> StampOfOthersAsync(CancellationToken cancellationToken)
    {
        await connectionInUse.WaitAsync(cancellationToken);
        try
        {
            var context = await OpenAsync(cancellationToken);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            // It changes with each commit by another connection, and begins anew with each connection.
            command.CommandText = "PRAGMA data_version";
            return (openings << 32) + (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        catch
        {
            Close();
            throw;
        }
        finally
        {
            connectionInUse.Release();
        }
    }

    /// <summary>Lets the works that wait end, and takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop;
        Close();
        connectionInUse.Dispose();
    }

    private async Task CommitGroupsAsync()
    {
        await foreach (var first in waiting.Reader.ReadAllAsync())
        {
            if (!first.TryStart())
                continue;
            await connectionInUse.WaitAsync();
            try
            {
                await CommitGroupAsync(first);
            }
            finally
            {
                connectionInUse.Release();
            }
        }
    }

    private async Task CommitGroupAsync(WaitingWork first)
    {
        // Before anything can fail: whoever waits must hear of it, also when the service is being torn down.
        var group = new List<WaitingWork> { first };
        try
        {
            var start = Stopwatch.GetTimestamp();
            var context = await OpenAsync(CancellationToken.None);
            await using var transaction = await context.Database.BeginTransactionAsync();
            for (var next = first; next is not null; next = TakeNext(group, start))
                await next.RunAsync(transaction);
            await transaction.CommitAsync();
        }
        catch (Exception e)
        {
            foreach (var work in group)
                work.Fail(new StorageUnavailableException("The database cannot take the change just now.", e));
            Close();
            logger.LogError(e, "A commit of {Works} works to {Module} failed", group.Count, ModuleName.Of<TContext>());
            return;
        }
        foreach (var work in group)
            work.Answer();
    }

    private WaitingWork? TakeNext(List<WaitingWork> group, long start)
    {
        while (
            group.Count < MostWorks
            && Stopwatch.GetElapsedTime(start) < options.LongestCommit
            && waiting.Reader.TryRead(out var next)
        )
        {
            if (!next.TryStart())
                continue;
            group.Add(next);
            return next;
        }
        return null;
    }

    private async Task<TContext> OpenAsync(CancellationToken cancellationToken)
    {
        if (opened is { } scope)
            return scope.ServiceProvider.GetRequiredService<TContext>();
        opened = scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        await context.Database.OpenConnectionAsync(cancellationToken);
        openings++;
        return context;
    }

    /// <summary>Lets go of a connection that may be broken; the next one who needs it opens another one.</summary>
    private void Close()
    {
        // Not DisposeAsync: that gives the context back to the pool counting one connection as open (EF Core 10), and
        // the next work that is lent the group's connection through it fails.
        try
        {
            opened?.Dispose();
        }
        // A command left a reader open that nobody holds any more. The next connection is a new one all the same.
        catch (SqliteException e)
        {
            logger.LogWarning(e, "The writer's connection to {Module} is not given back", ModuleName.Of<TContext>());
        }
        finally
        {
            opened = null;
        }
    }

    private StorageUnavailableException Refusal()
    {
        logger.LogError(
            "A write to {Module} waited for {Timeout} in vain",
            ModuleName.Of<TContext>(),
            options.WriteTimeout
        );
        return new StorageUnavailableException("Too many writes are waiting for the database.");
    }
}
