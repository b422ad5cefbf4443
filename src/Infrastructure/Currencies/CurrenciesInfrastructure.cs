using Currencies.Application;
using Currencies.Domain;
using Currencies.Infrastructure.DataAccess;
using Currencies.Infrastructure.DataAccess.Migrations;
using Currencies.Infrastructure.DataSet;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Infrastructure;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Infrastructure;

internal sealed class CurrenciesInfrastructure : IModuleInfrastructure
{
    public void Install(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleStorage<CurrenciesDbContext, SqliteCurrenciesDbContext, PostgreSqlCurrenciesDbContext>(
            configuration
        );
        services.AddSingleton<IDataSet<CurrenciesDbContext>, CurrencyDataSet>();
        services.AddSingleton<IDataSetDescription, DataSetDescription<CurrencyDataSet>>();
        services.AddSnapshot<ICurrencyCatalogue, CurrencySnapshot, CurrenciesDbContext>();
        services.AddScoped<ICurrencyRepository, CurrencyRepository>();
    }
}
