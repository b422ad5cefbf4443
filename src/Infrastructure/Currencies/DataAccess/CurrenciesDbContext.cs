using Currencies.Domain;
using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Infrastructure.DataAccess;

/// <summary>The database of the currencies.</summary>
internal abstract class CurrenciesDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Currency> Currencies => Set<Currency>();
}
