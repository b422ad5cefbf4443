using Shared.Api.Http;

namespace Shared.Api.V1.Imports;

/// <summary>
/// Lets few imports run at once in this process: each holds its lines in memory and then, on SQLite, all other writers up.
/// </summary>
internal sealed class ImportQueue(HttpLimits limits) : IDisposable
{
    private readonly SemaphoreSlim turns = new(limits.Imports);

    /// <summary>Waits for a turn, for <see cref="HttpLimits.ImportWait"/> at most.</summary>
    /// <returns>The turn, to be given back; nothing where none came.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) =>
        await turns.WaitAsync(limits.ImportWait, cancellationToken) ? new Turn(turns) : null;

    public void Dispose() => turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
