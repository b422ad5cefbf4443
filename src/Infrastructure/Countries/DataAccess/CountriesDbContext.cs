using Countries.Domain;
using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataAccess;

/// <summary>The database of the countries.</summary>
internal abstract class CountriesDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Country> Countries => Set<Country>();
}
