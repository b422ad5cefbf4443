using Access.Application;
using Access.Domain;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shared.Application;

namespace Api.Tests.Testing;

/// <summary>The whole service on a port of its own, with databases of its own: real HTTP, real SQLite files.</summary>
internal sealed class RunningService : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings;
    private readonly TimeProvider? clock;
    private readonly PasswordHasherOptions hashing;

    /// <summary>Starts the service.</summary>
    /// <param name="settings">Settings beside the usual ones.</param>
    /// <param name="clock">The time, where it must not be the real one.</param>
    /// <param name="template">Whether the databases are copies of ready ones, which is fast, or made anew.</param>
    /// <param name="iterations">How slow a hash of a password is. How slow it must be, the tests of the queue show; for others it is waiting.</param>
    public RunningService(
        Dictionary<string, string>? settings = null,
        TimeProvider? clock = null,
        bool template = true,
        int iterations = 1_000
    )
    {
        hashing = new() { IterationCount = iterations };
        this.settings = settings ?? [];
        this.clock = clock;
        if (template)
            StorageTemplate.CopyTo(Storage);
        UseKestrel();
        StartServer();
        ClientOptions.AllowAutoRedirect = false;
        Client = CreateClient();
    }

    /// <summary>The folder of the databases.</summary>
    public string Storage { get; } = Directory.CreateTempSubdirectory("countries-test-").FullName;

    /// <summary>A client that follows no redirect.</summary>
    public HttpClient Client { get; }

    /// <summary>Makes an API key, as <c>keys create</c> does, and gives its token.</summary>
    public async Task<string> KeyAsync(params string[] scopes)
    {
        var created = await SendAsync(new CreateApiKey("test", scopes, ExpiresAt: null));
        return created.Value.Token;
    }

    /// <summary>A client that sends an API key with these scopes.</summary>
    public async Task<HttpClient> ClientWithKeyAsync(params string[] scopes)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", await KeyAsync(scopes));
        return client;
    }

    /// <summary>Runs a use case in the service's own process, past its contracts.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> useCase)
    {
        await using var scope = Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.IsTrusted(caller.Name, caller.Contract);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(useCase);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("Storage:Directory", Storage);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IPasswordHasher<User>>(new PasswordHasher<User>(Options.Create(hashing)));
            if (clock is not null)
                services.AddSingleton(clock);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Storage))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Storage, recursive: true);
        }
    }
}
