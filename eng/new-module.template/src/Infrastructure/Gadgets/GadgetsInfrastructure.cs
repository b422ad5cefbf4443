using Gadgets.Application;
using Gadgets.Domain;
using Gadgets.Infrastructure.DataAccess;
using Gadgets.Infrastructure.DataAccess.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Infrastructure;

namespace Gadgets.Infrastructure;

internal sealed class GadgetsInfrastructure : IModuleInfrastructure
{
    public void Install(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleStorage<GadgetsDbContext, SqliteGadgetsDbContext, PostgreSqlGadgetsDbContext>(configuration);
        services.AddScoped<IGadgetRepository, GadgetRepository>();
        services.AddScoped<IGadgetReader, GadgetReader>();
    }
}
