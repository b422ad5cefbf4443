using ErrorOr;

namespace Shared.Infrastructure.DataAccess.PostgreSql;

/// <summary>Gives each work a transaction of its own. PostgreSQL takes many writers at once and joins their commits itself.</summary>
internal sealed class ConcurrentWriter<TContext> : IWriter<TContext>
    where TContext : ModuleDbContext
{
    public async Task<ErrorOr<T>> WriteAsync<T>(
        TContext context,
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(cancellationToken);
        // From here on the change is made or not made, but not cancelled in between.
        if (!result.IsError)
            await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    public Task<long?> StampOfOthersAsync(CancellationToken cancellationToken) => Task.FromResult<long?>(null);
}
