using Gadgets.Application;
using Gadgets.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gadgets.Infrastructure.DataAccess;

internal sealed class GadgetReader(GadgetsDbContext context) : IGadgetReader
{
    public Task<GadgetItem?> FindAsync(GadgetId id, CancellationToken cancellationToken) =>
        context
            .Gadgets.Where(gadget => gadget.Id == id)
            .Select(gadget => new GadgetItem(gadget.Id.Value, gadget.Name.Value))
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<GadgetItem>> ReadAsync(
        GadgetId? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        var gadgets = context.Gadgets.AsNoTracking();
        if (after is { } key)
            gadgets = gadgets.Where(gadget => gadget.Id > key);
        return await gadgets
            .OrderBy(gadget => gadget.Id)
            .Take(count)
            .Select(gadget => new GadgetItem(gadget.Id.Value, gadget.Name.Value))
            .ToListAsync(cancellationToken);
    }

    public Task<int> CountAsync(CancellationToken cancellationToken) => context.Gadgets.CountAsync(cancellationToken);
}
