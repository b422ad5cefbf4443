using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shared.Application;
using Shared.Domain;
using Shared.Infrastructure.Integration;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// Looks every <see cref="StorageOptions.PollInterval"/> whether another process changed the module's database (a command
/// of the command line, another copy), and tells the snapshots which aggregates that concerns. It compares the versions of
/// all aggregates with those it saw before, so it needs no table of its own and no order of commits. What this process
/// commits itself, the snapshots know already; where the database can tell that there was nothing else, it is not looked at.
/// </summary>
internal sealed class ChangeWatch<TContext>(
    IServiceScopeFactory scopes,
    IWriter<TContext> writer,
    CommitFeed<TContext> commits,
    StorageOptions options,
    Readiness readiness,
    TimeProvider clock,
    ILogger<ChangeWatch<TContext>> logger
) : BackgroundService
    where TContext : ModuleDbContext
{
    private static readonly string Module = ModuleName.Of<TContext>();
    private static readonly MethodInfo Typed = typeof(ChangeWatch<TContext>).GetMethod(
        nameof(ReadIntoAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private long? stamp;
    private Dictionary<string, long>? known;

    /// <summary>
    /// Looks once. The first time it only takes note of what is there, so that must happen before the snapshots are filled.
    /// Where there is a stamp that is all that it notes: before somebody commits past the writer, no version is read.
    /// </summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        // First the stamp: what is committed while the versions are read changes it, and is seen the next time.
        var next = await writer.StampOfOthersAsync(cancellationToken);
        var isFirst = stamp is null && known is null;
        if (next is not null && (isFirst || next == stamp))
        {
            stamp = next;
            return;
        }
        var versions = await ReadVersionsAsync(cancellationToken);
        if (known is { } before)
        {
            string[] changed =
            [
                .. versions.Where(now => before.GetValueOrDefault(now.Key) != now.Value).Select(now => now.Key),
                .. before.Keys.Where(id => !versions.ContainsKey(id)),
            ];
            if (changed.Length > 0)
                commits.Publish(changed, eventsWait: false);
        }
        else if (!isFirst)
        {
            commits.PublishAll();
        }
        (stamp, known) = (next, versions);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failed = false;
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            using var timer = new PeriodicTimer(options.PollInterval, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await LookAsync(stoppingToken);
                    failed = false;
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    // Reads go on from memory. Once is enough: this comes again and again until the database is back.
                    if (!failed)
                        logger.LogWarning(
                            e,
                            "The database of {Module} cannot be asked what other processes changed",
                            Module
                        );
                    failed = true;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    /// <summary>The versions of all aggregates of the module by their ids.</summary>
    private async Task<Dictionary<string, long>> ReadVersionsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        var versions = new Dictionary<string, long>();
        foreach (var root in context.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(AggregateRoot))))
        {
            var key = root.FindPrimaryKey()!.Properties[0];
            var read = Typed.MakeGenericMethod(root.ClrType, key.ClrType);
            await (Task)read.Invoke(null, [context, key.Name, versions, cancellationToken])!;
        }
        return versions;
    }

    /// <summary>An aggregate's id is its key as text (<see cref="AggregateRoot.AggregateId"/>).</summary>
    private static async Task ReadIntoAsync<TRoot, TKey>(
        TContext context,
        string key,
        Dictionary<string, long> versions,
        CancellationToken cancellationToken
    )
        where TRoot : AggregateRoot
        where TKey : notnull
    {
        var rows = context
            .Set<TRoot>()
            .AsNoTracking()
            .Select(root => new { Id = EF.Property<TKey>(root, key), root.Version })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
            versions[row.Id.ToString()!] = row.Version;
    }
}
