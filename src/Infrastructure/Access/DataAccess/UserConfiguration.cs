using Access.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Infrastructure.DataAccess;

namespace Access.Infrastructure.DataAccess;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users").HasKey(u => u.Id);
        user.Property(u => u.Id).HasConversion(id => id.Value, value => new UserId(value));
        user.Property(u => u.Name).HasConversion(name => name.Value, text => UserName.Create(text).Value);
        user.Property(u => u.NameKey);
        user.HasIndex(u => u.NameKey).IsUnique();
        user.Property(u => u.Email).HasConversion(email => email!.Value, text => EmailAddress.Create(text).Value);
        user.Property(u => u.Stamp);
        user.Property(u => u.CreatedAt);
        user.Ignore(u => u.Facts).Ignore(u => u.MayEnter);
        // In one column, so that another hash is a change of the user, which no older one can write over.
        user.Property(u => u.Password)
            .HasJson(password => PasswordJson.Write(password!), text => PasswordJson.Read(text))
            .IsRequired(false);
        user.Property(u => u.Groups).HasJson(groups => GroupsJson.Write(groups), text => GroupsJson.Read(text));
        user.Property(u => u.Permissions)
            .HasJson(permissions => PermissionsJson.Write(permissions), text => PermissionsJson.Read(text));
        user.Property(u => u.Passkeys).HasJson(passkeys => PasskeyJson.Write(passkeys), text => PasskeyJson.Read(text));
    }
}

internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> group)
    {
        group.ToTable("groups").HasKey(g => g.Id);
        group.Property(g => g.Id).HasConversion(id => id.Value, value => new GroupId(value));
        group.Property(g => g.Name).HasConversion(name => name.Value, text => GroupName.Create(text).Value);
        group.Property(g => g.NameKey);
        group.HasIndex(g => g.NameKey).IsUnique();
        group.Ignore(g => g.Facts);
        group
            .Property(g => g.Permissions)
            .HasJson(permissions => PermissionsJson.Write(permissions), text => PermissionsJson.Read(text));
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions").HasKey(s => s.Id);
        session.Property(s => s.Id).HasConversion(id => id.Value, value => new SessionId(value));
        session.Property(s => s.UserId).HasConversion(id => id.Value, value => new UserId(value));
        session.Property(s => s.TokenHash).HasConversion(hash => hash.Value, text => SecretHash.Create(text).Value);
        session.HasIndex(s => s.TokenHash).IsUnique();
        session.Property(s => s.Stamp);
        session.Property(s => s.StartedAt);
        session.Property(s => s.EndsAt);
        session.HasIndex(s => s.EndsAt);
    }
}
