using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Shared.Infrastructure.DataAccess;

/// <summary>Lets <c>eng/new-migration</c> and <c>eng/compile-models</c> make a module's context without the host; it never connects.</summary>
/// <typeparam name="TContext">The context with the migrations of one provider.</typeparam>
public abstract class DesignTimeFactory<TContext>(StorageProvider provider) : IDesignTimeDbContextFactory<TContext>
    where TContext : ModuleDbContext
{
    public TContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TContext>().UseSnakeCaseNamingConvention();
        if (provider == StorageProvider.Sqlite)
            options.UseSqlite("Data Source=:memory:");
        else
            options.UseNpgsql("Host=localhost");
        return (TContext)Activator.CreateInstance(typeof(TContext), options.Options)!;
    }
}
