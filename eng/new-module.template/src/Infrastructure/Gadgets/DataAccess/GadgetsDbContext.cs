using Gadgets.Domain;
using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Gadgets.Infrastructure.DataAccess;

/// <summary>The database of the gadgets.</summary>
internal abstract class GadgetsDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Gadget> Gadgets => Set<Gadget>();
}
