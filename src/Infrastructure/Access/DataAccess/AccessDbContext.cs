using Access.Domain;
using Access.Infrastructure.KeyRing;
using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Access.Infrastructure.DataAccess;

/// <summary>The database of who may do what.</summary>
internal abstract class AccessDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>The keys of Data Protection.</summary>
    public DbSet<StoredKey> KeyRing => Set<StoredKey>();
}
