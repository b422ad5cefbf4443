using Currencies.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Domain;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Infrastructure.DataAccess;

internal sealed class CurrencyConfiguration : IEntityTypeConfiguration<Currency>
{
    public void Configure(EntityTypeBuilder<Currency> currency)
    {
        currency.ToTable("currencies").HasKey(c => c.Code);
        currency.Property(c => c.Code).HasConversion(code => code.Value, text => CurrencyCode.Create(text).Value);
        currency.Property(c => c.Name).HasConversion(name => name.Value, text => CurrencyName.Create(text).Value);
        currency.Property(c => c.Status).HasConversion<string>();
        currency.Property(c => c.Kind).HasConversion<string>();
        currency.Property(c => c.Origin).HasConversion<string>();
        currency
            .Property(c => c.Edited)
            .HasJson(
                members => JsonColumn.Write(members, CurrenciesJson.Default.IReadOnlyListString),
                text => JsonColumn.Read(text, CurrenciesJson.Default.IReadOnlyListString)
            );
        currency.Ignore(c => c.Facts);
        currency
            .Property(c => c.Profile)
            .HasJson(
                profile => JsonColumn.Write(profile, CurrenciesJson.Default.CurrencyProfile),
                text => JsonColumn.Read(text, CurrenciesJson.Default.CurrencyProfile)
            );
    }
}
