using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shared.Api;
using Shared.Api.Access;
using Shared.Api.Http;
using Shared.Application;

namespace Shared.Tests.Api;

/// <summary>What has no decision is closed, and a use case learns who calls.</summary>
[TestFixture]
internal sealed class AccessGateTests
{
    private WebApplication app = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSharedApi(builder.Configuration, []);
        builder.Services.AddScoped<Caller>();
        builder
            .Services.AddAuthentication("Planted")
            .AddScheme<AuthenticationSchemeOptions, PlantedHandler>("Planted", configureOptions: null);
        builder.Services.AddSingleton(new CredentialField("X-Planted-Key"));
        app = builder.Build();
        app.UseAccessGate();
        app.MapHandler("/undecided", [HttpMethods.Get], () => "open");
        app.MapHandler("/closed", [HttpMethods.Get], () => "open").RequirePermission("planted:view");
        app.MapHandler("/open", [HttpMethods.Get], (Caller caller) => $"{caller.Name} {caller.Contract}")
            .AllowAnonymous();
        app.MapHandler("/v9", [HttpMethods.Get], (Caller caller) => $"{caller.Name} {caller.Contract}")
            .AllowAnonymous()
            .WithContract("v9");
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(addresses.Addresses.Single()) };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [TestCase("/undecided")]
    [TestCase("/closed")]
    public async Task What_is_not_open_is_refused_as_a_problem_with_a_challenge(string path)
    {
        using var answer = await client.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer realm=\"countries\""));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("access.credentials.missing"));
    }

    [TestCase("/open", "anonymous http")]
    [TestCase("/v9", "anonymous v9")]
    public async Task A_use_case_learns_who_calls_and_by_which_contract(string path, string caller) =>
        Assert.That(await client.GetStringAsync(path), Is.EqualTo(caller));

    [TestCase("/open", null, 0)]
    [TestCase("/closed", null, 0)]
    [TestCase("/open", "Authorization", 1)]
    [TestCase("/open", "Cookie", 1)]
    [TestCase("/closed", "X-Planted-Key", 1)]
    public async Task Credentials_are_looked_at_only_where_some_are_shown(string path, string? field, int looks)
    {
        var before = PlantedHandler.Looks;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (field is not null)
            request.Headers.TryAddWithoutValidation(field, "planted");

        using var answer = await client.SendAsync(request);

        Assert.That(PlantedHandler.Looks - before, Is.EqualTo(looks));
    }

    [Test]
    public async Task What_is_not_there_is_not_found() =>
        Assert.That((await client.GetAsync("/nowhere")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public void What_does_not_come_in_by_an_adapter_is_the_service_s_own_doing() =>
        Assert.That((new Caller().Name, new Caller().Contract), Is.EqualTo(("service", "service")));

    private sealed class PlantedHandler(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        UrlEncoder encoder
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public static int Looks { get; private set; }

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            Looks++;
            return Task.FromResult(AuthenticateResult.NoResult());
        }
    }
}
