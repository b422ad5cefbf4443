using Access.Application;
using Access.Domain;
using Access.Infrastructure.DataAccess;
using Access.Infrastructure.DataAccess.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shared.Infrastructure;

namespace Access.Infrastructure;

internal sealed class AccessInfrastructure : IModuleInfrastructure
{
    public void Install(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleStorage<AccessDbContext, SqliteAccessDbContext, PostgreSqlAccessDbContext>(configuration);
        services.AddSnapshot<IApiKeyCatalogue, ApiKeySnapshot, AccessDbContext>();
        services.AddScoped<IApiKeyRepository, ApiKeyRepository>();
        services.AddSingleton(KeyUseOptions.From(configuration));
        services.AddSingleton<KeyUses>();
        services.AddSingleton<IKeyUses>(provider => provider.GetRequiredService<KeyUses>());
        services.AddSingleton<IHostedService, KeyUseWriter>();
    }
}
