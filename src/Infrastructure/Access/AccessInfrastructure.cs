using Access.Application;
using Access.Domain;
using Access.Infrastructure.DataAccess;
using Access.Infrastructure.DataAccess.Migrations;
using Access.Infrastructure.KeyRing;
using Access.Infrastructure.Passkeys;
using Access.Infrastructure.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shared.Infrastructure;
using Shared.Infrastructure.DataAccess.History;

namespace Access.Infrastructure;

internal sealed class AccessInfrastructure : IModuleInfrastructure
{
    public void Install(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleStorage<AccessDbContext, SqliteAccessDbContext, PostgreSqlAccessDbContext>(configuration);
        // It tells names and addresses of people.
        services.AddSingleton(new PrivateHistory("Access"));
        services.AddSnapshot<IApiKeyCatalogue, ApiKeySnapshot, AccessDbContext>();
        services.AddSnapshot<IUserCatalogue, UserSnapshot, AccessDbContext>();
        services.AddSnapshot<IGroupCatalogue, GroupSnapshot, AccessDbContext>();
        services.AddSnapshot<ISessionCatalogue, SessionSnapshot, AccessDbContext>();
        services.AddScoped<IApiKeyRepository, ApiKeyRepository>();
        services.AddScoped<IUserRepository, UserRepository>();
        services.AddScoped<IGroupRepository, GroupRepository>();
        services.AddScoped<ISessionRepository, SessionRepository>();
        AddUses(services, UseOptions.From(configuration));
        AddPasswords(services, PasswordSettings.From(configuration));
        AddPasskeys(services);
        services.AddKeyRing(configuration);
    }

    private static void AddUses(IServiceCollection services, UseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new SessionRules(options.SessionLifetime, options.SessionIdle));
        services.AddSingleton<Uses<ApiKeyId>>();
        services.AddSingleton<IUses<ApiKeyId>>(provider => provider.GetRequiredService<Uses<ApiKeyId>>());
        services.AddSingleton<Uses<SecretHash>>();
        services.AddSingleton<IUses<SecretHash>>(provider => provider.GetRequiredService<Uses<SecretHash>>());
        services.AddSingleton<IHostedService, UseWriter>();
    }

    private static void AddPasswords(IServiceCollection services, PasswordSettings options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IPasswordHasher<User>>(
            new PasswordHasher<User>(
                Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordIterations })
            )
        );
        services.AddSingleton<IPasswords, PasswordQueue>();
        services.AddSingleton<ICommonPasswords, CommonPasswords>();
        services.AddSingleton<ISignInAttempts, SignInAttempts>();
    }

    private static void AddPasskeys(IServiceCollection services)
    {
        services.AddIdentityCore<User>().AddUserStore<PasskeyStore>();
        services.AddSingleton<AnsweredQuestions>();
        services.AddScoped<IPasskeys, IdentityPasskeys>();
    }
}
