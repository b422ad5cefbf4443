using Access.Domain;
using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Access.Infrastructure.DataAccess;

/// <summary>The database of who may do what.</summary>
internal abstract class AccessDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
}
