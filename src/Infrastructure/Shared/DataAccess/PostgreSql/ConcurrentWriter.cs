using Microsoft.EntityFrameworkCore.Storage;

namespace Shared.Infrastructure.DataAccess.PostgreSql;

/// <summary>Lets everybody write at once. PostgreSQL takes many writers and joins their commits itself.</summary>
internal sealed class ConcurrentWriter<TContext> : IWriter<TContext>
    where TContext : ModuleDbContext
{
    public async Task<IWriterTransaction> BeginAsync(TContext context, CancellationToken cancellationToken) =>
        new Transaction(await context.Database.BeginTransactionAsync(cancellationToken));

    public Task<long?> StampOfOthersAsync(CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    private sealed class Transaction(IDbContextTransaction transaction) : IWriterTransaction
    {
        // From here on the change is made or not made, but not cancelled in between.
        public Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

        public Task RollBackAsync() => transaction.RollbackAsync(CancellationToken.None);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
