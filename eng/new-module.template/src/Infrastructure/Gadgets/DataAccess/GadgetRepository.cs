using Gadgets.Domain;

namespace Gadgets.Infrastructure.DataAccess;

internal sealed class GadgetRepository(GadgetsDbContext context) : IGadgetRepository
{
    public void Add(Gadget gadget) => context.Gadgets.Add(gadget);
}
