namespace Shared.Infrastructure.DataAccess;

/// <summary>A picture in memory of what a module has stored; a subscriber of the module's commits.</summary>
/// <typeparam name="TContext">The context of the module.</typeparam>
public interface ISnapshot<TContext>
    where TContext : ModuleDbContext
{
    /// <summary>Takes note of the aggregates that a commit changed. Does no work: the next reader does it.</summary>
    void Apply(IReadOnlyCollection<string> aggregateIds);

    /// <summary>Takes note that anything may have changed.</summary>
    void ApplyAll();

    /// <summary>Loads everything, so that the first reader need not wait.</summary>
    Task LoadAsync(CancellationToken cancellationToken);
}
