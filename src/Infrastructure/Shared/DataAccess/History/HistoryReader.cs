using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Infrastructure.Integration;

namespace Shared.Infrastructure.DataAccess.History;

/// <summary>Reads a module's history.</summary>
internal sealed class HistoryReader<TContext>(TContext context) : IHistory
    where TContext : ModuleDbContext
{
    public async Task<IReadOnlyList<HistoryItem>> OfAsync(
        string record,
        string id,
        long? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var entries = Of(record, id);
        if (before is not null)
            entries = entries.Where(entry => entry.Sequence < before);
        return await ReadAsync(entries.OrderByDescending(entry => entry.Sequence), limit, cancellationToken);
    }

    public Task<int> CountAsync(string record, string id, CancellationToken cancellationToken) =>
        Of(record, id).CountAsync(cancellationToken);

    public Task<IReadOnlyList<HistoryItem>> LatestAsync(
        HistorySearch search,
        long? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var entries = That(search);
        if (before is not null)
            entries = entries.Where(entry => entry.Sequence < before);
        return ReadAsync(entries.OrderByDescending(entry => entry.Sequence), limit, cancellationToken);
    }

    public Task<int> CountAsync(HistorySearch search, CancellationToken cancellationToken) =>
        That(search).CountAsync(cancellationToken);

    public Task<IReadOnlyList<HistoryItem>> AfterAsync(long number, int limit, CancellationToken cancellationToken) =>
        ReadAsync(After(number).OrderBy(entry => entry.Sequence), limit, cancellationToken);

    public async Task<long> LastBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken) =>
        await context
            .History.Where(entry => entry.At >= moment)
            .MinAsync(entry => (long?)(entry.Sequence - 1), cancellationToken)
        ?? await LastAsync(cancellationToken);

    public async Task<long> LastAsync(CancellationToken cancellationToken) =>
        await context.History.MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? 0;

    public Task<int> CountBetweenAsync(long after, long upTo, CancellationToken cancellationToken) =>
        After(after).CountAsync(entry => entry.Sequence <= upTo, cancellationToken);

    public Task<string?> FindRemovedAsync(string key, CancellationToken cancellationToken) =>
        context
            .RemovedRecords.Where(removed => removed.Key == key)
            .Select(removed => removed.RecordId)
            .FirstOrDefaultAsync(cancellationToken);

    private IQueryable<HistoryEntry> Of(string record, string id) =>
        context.History.Where(entry => entry.Record == record && entry.RecordId == id);

    private IQueryable<HistoryEntry> That(HistorySearch search)
    {
        var entries = context.History.AsQueryable();
        if (search.Who is { } who)
            entries = entries.Where(entry => entry.Who == who);
        if (search.Record is { } record)
            entries = entries.Where(entry => entry.Record == record);
        if (search.Action is { } action)
            entries = entries.Where(entry => entry.Action == action);
        if (search.Text is { } text)
            entries = entries.Where(entry =>
                entry.Who.Contains(text) || entry.RecordId.Contains(text) || entry.Changes.Contains(text)
            );
        return entries;
    }

    // An event that is tried again is nothing that a follower of the records must know.
    private IQueryable<HistoryEntry> After(long number) =>
        context.History.Where(entry => entry.Sequence > number && entry.Record != OutboxMessage.Record);

    private static async Task<IReadOnlyList<HistoryItem>> ReadAsync(
        IQueryable<HistoryEntry> entries,
        int limit,
        CancellationToken cancellationToken
    ) => [.. (await entries.AsNoTracking().Take(limit).ToListAsync(cancellationToken)).Select(entry => entry.ToItem())];
}

/// <summary>Finds the history of a module by its name.</summary>
internal sealed class Histories(
    IServiceProvider services,
    IEnumerable<IModuleStorage> storages,
    IEnumerable<PrivateHistory> hidden
) : IHistories
{
    public IReadOnlyList<string> Modules { get; } =
    [
        .. storages
            .Select(storage => storage.Module)
            .Except(hidden.Select(history => history.Module))
            .Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> All { get; } =
    [.. storages.Select(storage => storage.Module).Order(StringComparer.Ordinal)];

    public IHistory Of(string module) => services.GetRequiredKeyedService<IHistory>(module);
}

/// <summary>Registered by a module of which the history is nobody's business, but of those that may see its records.</summary>
/// <param name="Module">The module.</param>
public sealed record PrivateHistory(string Module);
