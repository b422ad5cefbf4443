using Countries.Application;
using Countries.Domain;
using Countries.Infrastructure.DataAccess;
using Countries.Infrastructure.DataAccess.Migrations;
using Countries.Infrastructure.DataSet;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Infrastructure;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure;

internal sealed class CountriesInfrastructure : IModuleInfrastructure
{
    public void Install(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleStorage<CountriesDbContext, SqliteCountriesDbContext, PostgreSqlCountriesDbContext>(
            configuration
        );
        services.AddSingleton<IDataSet<CountriesDbContext>, CountryDataSet>();
        services.AddSingleton<IDataSetDescription, DataSetDescription<CountryDataSet>>();
        services.AddSingleton<IFormerCountries, FormerCountries>();
        services.AddSnapshot<ICountryCatalogue, CountrySnapshot, CountriesDbContext>();
        services.AddSingleton<CountryQueries>();
        services.AddScoped<ICountryRepository, CountryRepository>();
    }
}
