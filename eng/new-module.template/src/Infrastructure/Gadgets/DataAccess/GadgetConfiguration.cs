using Gadgets.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gadgets.Infrastructure.DataAccess;

internal sealed class GadgetConfiguration : IEntityTypeConfiguration<Gadget>
{
    public void Configure(EntityTypeBuilder<Gadget> gadget)
    {
        gadget.ToTable("gadgets_table").HasKey(g => g.Id);
        gadget.Property(g => g.Id).HasConversion(id => id.Value, value => new GadgetId(value));
        gadget.Property(g => g.Name).HasConversion(name => name.Value, text => GadgetName.Create(text).Value);
        gadget.Property(g => g.AddedAt);
    }
}
