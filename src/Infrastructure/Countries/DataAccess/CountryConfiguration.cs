using Countries.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataAccess;

internal sealed class CountryConfiguration : IEntityTypeConfiguration<Country>
{
    public void Configure(EntityTypeBuilder<Country> country)
    {
        country.ToTable("countries").HasKey(c => c.Id);
        country.Property(c => c.Id).HasConversion(id => id.Value, value => new CountryId(value));
        country.Property(c => c.Name).HasConversion(name => name.Value, text => CountryName.Create(text).Value);
        country.Property(c => c.NameKey);
        country.HasIndex(c => c.NameKey).IsUnique();
        country.Property(c => c.AddedAt);
        country.Property(c => c.Origin).HasConversion<string>();
        country
            .Property(c => c.Edited)
            .HasJson(
                members => JsonColumn.Write(members, CountriesJson.Default.IReadOnlyListString),
                text => JsonColumn.Read(text, CountriesJson.Default.IReadOnlyListString)
            );
        country.Ignore(c => c.Facts);
        country
            .Property(c => c.LocalCurrency)
            .HasConversion(words => words!.Value, text => LocalCurrencyName.Create(text).Value);
        country.OwnsOne(
            c => c.Codes,
            codes =>
            {
                codes
                    .Property(c => c.Alpha2)
                    .HasColumnName("alpha2")
                    .HasConversion(code => code.Value, text => Alpha2Code.Create(text).Value);
                codes
                    .Property(c => c.Alpha3)
                    .HasColumnName("alpha3")
                    .HasConversion(code => code.Value, text => Alpha3Code.Create(text).Value);
                codes
                    .Property(c => c.Numeric)
                    .HasColumnName("numeric_code")
                    .HasConversion(code => code!.Value, text => NumericCode.Create(text).Value);
                codes.HasIndex(c => c.Alpha2).IsUnique();
                codes.HasIndex(c => c.Alpha3).IsUnique();
                codes.HasIndex(c => c.Numeric).IsUnique();
            }
        );
        // Records from before local ones could have a profile have none.
        country
            .Property(c => c.Profile)
            .HasJson(
                profile => JsonColumn.Write(profile, CountriesJson.Default.CountryProfile),
                text => JsonColumn.Read(text, CountriesJson.Default.CountryProfile)
            )
            .IsRequired(false);
        country
            .Property(c => c.TenderPeriods)
            .HasJson(periods => TenderPeriodJson.Write(periods), text => TenderPeriodJson.Read(text));
    }
}
