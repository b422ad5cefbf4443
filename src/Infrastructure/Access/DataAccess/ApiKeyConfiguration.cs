using Access.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Infrastructure.DataAccess;

namespace Access.Infrastructure.DataAccess;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.ToTable("api_keys").HasKey(k => k.Id);
        key.Property(k => k.Id).HasConversion(id => id.Value, text => ApiKeyId.Create(text).Value);
        key.Property(k => k.Name).HasConversion(name => name.Value, text => ApiKeyName.Create(text).Value);
        key.Property(k => k.SecretHash).HasConversion(hash => hash.Value, text => SecretHash.Create(text).Value);
        key.Property(k => k.CreatedAt);
        key.Property(k => k.ExpiresAt);
        key.Property(k => k.Scopes).HasJson(scopes => ScopesJson.Write(scopes), text => ScopesJson.Read(text));
    }
}
