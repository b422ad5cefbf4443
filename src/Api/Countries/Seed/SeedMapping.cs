using Countries.Application;
using Mapster;

namespace Countries.Api.Seed;

/// <summary>How the seed's types and those of the use cases become each other.</summary>
internal sealed class SeedMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config
            .NewConfig<SeedForm, AddCountry>()
            .MapWith(form => new AddCountry(form.CountryName.Text, form.LocalCurrency.Text));
        config
            .NewConfig<AddedCountry, SeedCountry>()
            .MapWith(country => new SeedCountry(country.Name, country.LocalCurrency));
        config
            .NewConfig<CountryListItem, SeedCountry>()
            .MapWith(country => new SeedCountry(country.Name, country.LocalCurrency));
    }
}
