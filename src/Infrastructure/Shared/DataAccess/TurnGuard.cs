using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// Lets no work write before it has its turn: that would be kept even when the work answers an error. Who forgets
/// <see cref="ITurn{TContext}"/> is told at the first try.
/// </summary>
internal sealed class TurnGuard : DbCommandInterceptor, ISaveChangesInterceptor
{
    public static readonly TurnGuard Instance = new();

    private TurnGuard() { }

    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        Check(eventData.Context, result);

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(Check(eventData.Context, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Check(eventData.Context, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(Check(eventData.Context, result));

    private static InterceptionResult<int> Check(DbContext? context, InterceptionResult<int> result) =>
        context is ModuleDbContext { IsInUnitOfWork: true, Database.CurrentTransaction: null }
            ? throw new InvalidOperationException(
                "A work wrote before its turn. Take it (ITurn.TakeAsync), or change tracked records, which the unit of work saves."
            )
            : result;
}
