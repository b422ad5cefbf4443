using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Shared.Infrastructure;

/// <summary>The one entry point of a module's Infrastructure: it installs the module's services.</summary>
public interface IModuleInfrastructure
{
    /// <summary>Installs the services.</summary>
    void Install(IServiceCollection services, IConfiguration configuration);
}
