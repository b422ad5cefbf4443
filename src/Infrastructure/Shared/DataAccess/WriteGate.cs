using Microsoft.Extensions.Logging;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// Lets one writer at a time into a SQLite file. SQLite would make the others poll; here they queue without a thread.
/// </summary>
/// <typeparam name="TContext">The context of the module whose file it guards.</typeparam>
public sealed class WriteGate<TContext>(StorageOptions options, ILogger<WriteGate<TContext>> logger) : IDisposable
    where TContext : ModuleDbContext
{
    private readonly SemaphoreSlim? gate = options.Provider == StorageProvider.Sqlite ? new(1, 1) : null;

    /// <summary>Waits for the turn; dispose what comes back to let the next one in.</summary>
    /// <exception cref="StorageUnavailableException">The turn did not come in time.</exception>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (gate is not null && !await gate.WaitAsync(options.WriteTimeout, cancellationToken))
        {
            logger.LogError(
                "A write to {Module} waited for {Timeout} in vain",
                ModuleName.Of<TContext>(),
                options.WriteTimeout
            );
            throw new StorageUnavailableException("Too many writes are waiting for the database.");
        }
        return new Turn(gate);
    }

    public void Dispose() => gate?.Dispose();

    /// <summary>The turn of one writer.</summary>
    public readonly struct Turn(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
