using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Shared.Application;
using Shared.Application.Events;
using Shared.Infrastructure.DataAccess;
using Shared.Infrastructure.DataAccess.History;
using Shared.Infrastructure.DataAccess.PostgreSql;
using Shared.Infrastructure.DataAccess.Sqlite;
using Shared.Infrastructure.Integration;

namespace Shared.Infrastructure;

/// <summary>Installs what the modules share, and what every module with a database of its own needs.</summary>
public static class SharedInfrastructure
{
    /// <summary>Installs the parts that the modules share.</summary>
    public static IServiceCollection AddSharedInfrastructure(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var options = StorageOptions.From(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<Readiness>();
        services.AddSingleton<EventDispatcher>();
        services.AddScoped<IUnitOfWorkProvider, UnitOfWorkProvider>();
        services.AddScoped<HistoryRecorder>();
        services.AddScoped<IHistories, Histories>();
        services.AddScoped<IOutboxes, Outboxes>();
        services.AddScoped<IKeptAnswersProvider, KeptAnswersProvider>();
        if (options.Provider == StorageProvider.Sqlite)
            services.AddSingleton<IStorageEngine, SqliteEngine>();
        else
            services.AddSingleton<IStorageEngine, PostgreSqlEngine>();
        services.AddSingleton(provider => new StorageLocation(provider.GetRequiredService<IStorageEngine>().Location));
        services.AddSingleton<StorageStartup>();
        services.AddSingleton<IDataSets, DataSets>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<StorageStartup>());
        return services;
    }

    /// <summary>Begins, beside what the start does next, what takes long and needs no storage.</summary>
    public static void BeginStorageModels(this IServiceProvider services) =>
        services.GetRequiredService<StorageStartup>().BeginModels();

    /// <summary>Prepares the storage as a start of the service does, for a command that runs without the service.</summary>
    /// <exception cref="StartupFailureException">A database cannot be used.</exception>
    public static Task PrepareStorageAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<StorageStartup>().PrepareAsync(cancellationToken);

    /// <summary>Makes sure that there is a storage, for a command that must not make one by mistake.</summary>
    /// <exception cref="StartupFailureException">There is none, or it cannot be used.</exception>
    public static Task RequireStorageAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<StorageStartup>().RequireAsync(cancellationToken);

    /// <summary>Installs a module's database: context, unit of work, outbox with its relay, inbox, preparation at start.</summary>
    /// <typeparam name="TContext">The module's context.</typeparam>
    /// <typeparam name="TSqlite">The same with the migrations for SQLite.</typeparam>
    /// <typeparam name="TPostgreSql">The same with the migrations for PostgreSQL.</typeparam>
    public static IServiceCollection AddModuleStorage<TContext, TSqlite, TPostgreSql>(
        this IServiceCollection services,
        IConfiguration configuration
    )
        where TContext : ModuleDbContext
        where TSqlite : TContext
        where TPostgreSql : TContext
    {
        var module = ModuleName.Of<TContext>();
        if (StorageOptions.From(configuration).Provider == StorageProvider.Sqlite)
        {
            services.AddDbContextPool<TContext, TSqlite>(Configure);
            services.AddSingleton<IWriter<TContext>, GroupWriter<TContext>>();
        }
        else
        {
            services.AddDbContextPool<TContext, TPostgreSql>(Configure);
            services.AddSingleton<IWriter<TContext>, ConcurrentWriter<TContext>>();
        }

        services.AddSingleton<CommitFeed<TContext>>();
        var unitOfWork = ActivatorUtilities.CreateFactory<UnitOfWork<TContext>>([typeof(IIntegrationEventMap)]);
        services.AddKeyedScoped<IUnitOfWork>(
            module,
            (provider, _) => unitOfWork(provider, [provider.GetRequiredKeyedService<IIntegrationEventMap>(module)])
        );
        services.AddScoped(provider => (ITurn<TContext>)provider.GetRequiredKeyedService<IUnitOfWork>(module));
        services.AddKeyedScoped<IInbox, Inbox<TContext>>(module);
        services.AddKeyedScoped<IHistory, HistoryReader<TContext>>(module);
        services.AddKeyedScoped<IOutbox, OutboxDesk<TContext>>(module);
        services.AddKeyedScoped<IKeptAnswers, KeptAnswers<TContext>>(module);
        services.AddSingleton<IModuleStorage>(provider =>
            ActivatorUtilities.CreateInstance<ModuleStorage<TContext>>(provider, module)
        );
        services.AddSingleton<IHostedService, OutboxRelay<TContext>>();
        services.AddSingleton<ChangeWatch<TContext>>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ChangeWatch<TContext>>());
        services
            .AddHealthChecks()
            .AddCheck<StorageCheck<TContext>>($"storage of {module}", timeout: TimeSpan.FromSeconds(5));
        return services;

        void Configure(IServiceProvider provider, DbContextOptionsBuilder options)
        {
            provider.GetRequiredService<IStorageEngine>().Configure(options, module);
            options.UseSnakeCaseNamingConvention().AddInterceptors(TurnGuard.Instance);
        }
    }

    /// <summary>Installs a snapshot and what it is read through.</summary>
    /// <typeparam name="TPort">The port of the Application that reads it.</typeparam>
    /// <typeparam name="TSnapshot">The snapshot.</typeparam>
    /// <typeparam name="TContext">The context of the module.</typeparam>
    public static IServiceCollection AddSnapshot<TPort, TSnapshot, TContext>(this IServiceCollection services)
        where TPort : class
        where TSnapshot : class, TPort, ISnapshot<TContext>
        where TContext : ModuleDbContext
    {
        services.AddSingleton<TSnapshot>();
        services.AddSingleton<TPort>(provider => provider.GetRequiredService<TSnapshot>());
        services.AddSingleton<ISnapshot<TContext>>(provider => provider.GetRequiredService<TSnapshot>());
        return services;
    }
}

/// <summary>Where the data lies, for people; without secrets.</summary>
public sealed record StorageLocation(string Description);
