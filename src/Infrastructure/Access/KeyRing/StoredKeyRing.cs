using System.Xml;
using System.Xml.Linq;
using Access.Infrastructure.DataAccess;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Access.Infrastructure.KeyRing;

/// <summary>Keeps the keys of Data Protection in the module's database, so that all copies of the service share them.</summary>
internal sealed class StoredKeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        return [.. context.KeyRing.AsNoTracking().Select(key => key.Xml).ToList().Select(Read)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        context.KeyRing.Add(new StoredKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        context.SaveChanges();
    }

    private static XElement Read(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        return XElement.Load(reader);
    }
}

/// <summary>A key of Data Protection, or a note that some are revoked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Xml">What Data Protection wrote.</param>
internal sealed record StoredKey(string Name, string Xml);

internal sealed class StoredKeyConfiguration : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> key) => key.ToTable("key_ring").HasKey(k => k.Name);
}
