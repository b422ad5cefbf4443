using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Api.Tests.Testing;

/// <summary>The service as a process of its own, for what only a process can show: exit codes, signals, sudden death.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    /// <summary>Starts the process; it is not yet ready when this returns.</summary>
    /// <param name="storage">The folder of the databases.</param>
    /// <param name="settings">Settings beside the usual ones.</param>
    /// <param name="port">The port; a free one where none is given.</param>
    /// <param name="command">The words of a command, to run it instead of the service.</param>
    /// <param name="input">What it reads from the standard input, if anything.</param>
    public HostProcess(
        string storage,
        Dictionary<string, string>? settings = null,
        int? port = null,
        string[]? command = null,
        string? input = null
    )
    {
        Port = port ?? FreePort();
        Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Countries.Host.dll"), .. command ?? []]
        )
        {
            // No terminal: a command that would ask must not wait.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Storage__Directory"] = storage,
                ["Urls"] = $"http://127.0.0.1:{Port}",
                // It ends before what is counted for faster code would be worth the counting.
                ["DOTNET_TieredPGO"] = "0",
            },
        };
        foreach (var (key, value) in settings ?? [])
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        process = Process.Start(start)!;
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>A client of it.</summary>
    public HttpClient Client { get; }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a command on a storage to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string storage,
        params string[] command
    )
    {
        using var host = new HostProcess(storage, command: command);
        return await host.WaitForExitAsync();
    }

    /// <summary>Runs a command that reads the standard input.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string storage,
        string[] command,
        string input
    )
    {
        using var host = new HostProcess(storage, command: command, input: input);
        return await host.WaitForExitAsync();
    }

    /// <summary>Waits until it takes requests.</summary>
    public async Task WaitUntilReadyAsync()
    {
        // Far longer than a start takes: a machine that runs all tests side by side may be slow.
        for (var i = 0; i < 1200; i++)
        {
            if (process.HasExited)
                Assert.Fail($"The service ended: {await errors}{await output}");
            try
            {
                if ((await Client.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(100);
        }
        Assert.Fail("The service was not ready within two minutes.");
    }

    /// <summary>Waits for its end by itself.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Kills it without a chance to clean up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as an orchestrator does (SIGTERM), and waits for its end.</summary>
    public Task<(int ExitCode, string Output, string Errors)> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        return WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        Client.Dispose();
    }
}
