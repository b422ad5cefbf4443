using Mapster;
using MapsterMapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Access;
using Shared.Api.Admin;
using Shared.Api.Assets;
using Shared.Api.Caching;
using Shared.Api.Http;
using Shared.Api.Pages;
using Shared.Api.Problems;
using Shared.Api.V1;
using Shared.Api.V1.Documents;
using Shared.Api.V1.Imports;
using Shared.Application;

namespace Shared.Api;

/// <summary>Installs what the modules' contracts share.</summary>
public static class SharedApi
{
    /// <summary>Installs the services.</summary>
    public static IServiceCollection AddSharedApi(
        this IServiceCollection services,
        IConfiguration configuration,
        IEnumerable<IModuleApi> modules
    )
    {
        ArgumentNullException.ThrowIfNull(configuration);
        // The use cases that belong to no module.
        services.AddApplication(typeof(ReleaseEvents).Assembly);
        var limits = HttpLimits.From(configuration);
        services.AddSingleton(limits);
        services.AddSingleton(Settings.Read("Access", configuration.GetSection("Access").Get<AccessOptions>));
        services.AddSingleton(RateLimits.From(configuration));
        services.AddRequestTimeouts(options =>
        {
            options.DefaultPolicy = TimeoutAfter(limits.RequestTimeout);
            options.AddPolicy(HttpLimits.ImportPolicy, TimeoutAfter(limits.ImportTimeout));
        });
        // Ours first: the framework asks the writers in their order.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddV1Document();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddAccessGate();
        services.AddSingleton<RepresentationCache>();
        services.AddSingleton<KeysUnderWay>();
        services.AddSingleton<ImportQueue>();
        services.AddScoped<PageRenderer>();
        services.AddFormGuard();
        services.AddSingleton(MappingOf(modules));
        services.AddSingleton<IMapper, Mapper>();
        return services;
    }

    /// <summary>Maps the endpoints of no module.</summary>
    public static void MapSharedApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAssets(typeof(SharedApi).Assembly);
        endpoints.MapDocuments();
        endpoints.MapDataSet();
        endpoints.MapChanges();
        endpoints.MapSharedAdmin();
    }

    /// <summary>The mappings of the modules' contracts. Only what is written down is mapped, and nothing is left out.</summary>
    public static TypeAdapterConfig MappingOf(IEnumerable<IModuleApi> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var config = new TypeAdapterConfig { RequireExplicitMapping = true, RequireDestinationMemberSource = true };
        foreach (var module in modules)
            config.Scan(module.GetType().Assembly);
        return config;
    }

    private static RequestTimeoutPolicy TimeoutAfter(TimeSpan time) =>
        new()
        {
            Timeout = time,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context =>
            {
                ExceptionAnswers.AdviseRetry(context.Response);
                return Task.CompletedTask;
            },
        };
}
