using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// Keeps an immutable picture of a module's rows in memory. A commit only notes which rows changed; the next reader
/// loads those and swaps the whole picture, so that many writes in a row cost one rebuild and every reader sees all
/// that was committed before it asked.
/// </summary>
/// <typeparam name="TContext">The context of the module.</typeparam>
/// <typeparam name="TKey">What an aggregate's id in an event is parsed to.</typeparam>
/// <typeparam name="TRow">A row of the picture.</typeparam>
/// <typeparam name="TView">The picture with its indexes.</typeparam>
public abstract class Snapshot<TContext, TKey, TRow, TView>(IServiceScopeFactory scopes, ILogger logger)
    : ISnapshot<TContext>,
        IDisposable
    where TContext : ModuleDbContext
    where TKey : notnull
    where TView : class
{
    // Each key is a parameter of a statement, which takes only so many, and a note to keep until somebody reads; above
    // that, all rows are loaded.
    private const int MostKeys = 1000;
    private readonly string instance = Guid.NewGuid().ToString("N")[..12];
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private readonly Lock noting = new();
    private HashSet<TKey> changed = [];
    private bool changedAll = true;
    private long noted = 1;
    private State? current;

    /// <summary>The picture, as of the last commit.</summary>
    /// <exception cref="StorageUnavailableException">The changed rows could not be read.</exception>
    public ValueTask<TView> ReadAsync(CancellationToken cancellationToken)
    {
        // As of now: what is committed while this reader waits is not its concern, else readers would queue behind writers.
        var wanted = Volatile.Read(ref noted);
        var state = Volatile.Read(ref current);
        return state?.Version >= wanted ? new(state.View) : RefreshAsync(wanted, cancellationToken);
    }

    /// <inheritdoc />
    public Task LoadAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken).AsTask();

    /// <inheritdoc />
    public void Apply(IReadOnlyCollection<string> aggregateIds)
    {
        ArgumentNullException.ThrowIfNull(aggregateIds);
        if (aggregateIds.Count == 0)
            return;
        lock (noting)
        {
            foreach (var aggregateId in aggregateIds.Where(Concerns))
            {
                if (TryParseKey(aggregateId, out var key))
                    changed.Add(key);
                else
                    changedAll = true;
            }
            if (changed.Count > MostKeys)
                (changedAll, changed) = (true, []);
            Volatile.Write(ref noted, noted + 1);
        }
    }

    /// <inheritdoc />
    public void ApplyAll()
    {
        lock (noting)
        {
            (changedAll, changed) = (true, []);
            Volatile.Write(ref noted, noted + 1);
        }
    }

    public void Dispose()
    {
        refreshing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether an aggregate of the module may be a row of the picture, where its id alone tells.</summary>
    protected virtual bool Concerns(string aggregateId) => true;

    /// <summary>The key that an aggregate's id stands for; none when the event concerns all rows.</summary>
    protected abstract bool TryParseKey(string aggregateId, [MaybeNullWhen(false)] out TKey key);

    /// <summary>The key of a row.</summary>
    protected abstract TKey KeyOf(TRow row);

    /// <summary>Reads all rows, or those with the given keys.</summary>
    protected abstract Task<List<TRow>> ReadRowsAsync(
        TContext context,
        IReadOnlyCollection<TKey>? keys,
        CancellationToken cancellationToken
    );

    /// <summary>Makes the picture.</summary>
    /// <param name="version">Unlike that of any other picture, also of another process. Equal versions, equal content.</param>
    /// <param name="rows">The rows.</param>
    protected abstract TView MakeView(string version, IEnumerable<TRow> rows);

    private async ValueTask<TView> RefreshAsync(long wanted, CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            var old = current;
            if (old?.Version >= wanted)
                return old.View;
            await using var scope = scopes.CreateAsyncScope();
            var engine = scope.ServiceProvider.GetRequiredService<IStorageEngine>();
            var (version, all, keys) = TakeNotes();
            try
            {
                var context = scope.ServiceProvider.GetRequiredService<TContext>();
                var whole = all || old is null;
                var rows = whole ? [] : old!.Rows;
                var read = await ReadRowsAsync(context, whole ? null : keys, cancellationToken);
                // The rows are replaced in a copy: readers of the old picture keep the old rows.
                var next = new Dictionary<TKey, TRow>(rows);
                foreach (var key in keys)
                    next.Remove(key);
                foreach (var row in read)
                    next[KeyOf(row)] = row;
                var view = MakeView($"{instance}.{version}", next.Values);
                Volatile.Write(ref current, new State(version, next, view));
                return view;
            }
            catch (Exception e)
            {
                PutNotesBack(all, keys);
                if (!engine.IsUnavailable(e))
                    throw;
                logger.LogError(e, "The database of {Module} cannot be read", ModuleName.Of<TContext>());
                throw new StorageUnavailableException("The database cannot be read just now.", e);
            }
        }
        finally
        {
            refreshing.Release();
        }
    }

    private (long Version, bool All, HashSet<TKey> Keys) TakeNotes()
    {
        lock (noting)
        {
            var notes = (noted, changedAll, changed);
            (changedAll, changed) = (false, []);
            return notes;
        }
    }

    private void PutNotesBack(bool all, HashSet<TKey> keys)
    {
        lock (noting)
        {
            changedAll |= all;
            changed.UnionWith(keys);
        }
    }

    private sealed record State(long Version, Dictionary<TKey, TRow> Rows, TView View);
}
