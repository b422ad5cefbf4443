using Gadgets.Domain;

namespace Gadgets.Application;

/// <summary>Reads gadgets from the database. There may be any number, so a list is read page by page, by key.</summary>
public interface IGadgetReader
{
    /// <summary>The one with an identity.</summary>
    Task<GadgetItem?> FindAsync(GadgetId id, CancellationToken cancellationToken);

    /// <summary>The first ones after a key, by key.</summary>
    Task<IReadOnlyList<GadgetItem>> ReadAsync(GadgetId? after, int count, CancellationToken cancellationToken);

    /// <summary>How many there are.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);
}

/// <summary>A gadget as it is shown.</summary>
public sealed record GadgetItem(Guid Id, string Name);
