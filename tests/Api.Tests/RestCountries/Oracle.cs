using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Api.Tests.RestCountries;

/// <summary>
/// The closed service's last data and a program that answers as it did. They belong to others, so they are no part of this
/// repository: they lie in <c>shared/oracle</c> beside it, or where <c>COUNTRIES_TEST_ORACLE</c> says. Without them the
/// tests hold the service to answers of its own that were approved.
/// </summary>
internal static class Oracle
{
    /// <summary>Whether what was approved is to be written anew.</summary>
    public static bool Approving => Environment.GetEnvironmentVariable("COUNTRIES_TEST_APPROVE") == "true";

    /// <summary>The data, if it is there.</summary>
    public static string? Data => Find("countriesV3.1.json");

    /// <summary>A file beside this one.</summary>
    public static string Beside(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, name);

    /// <summary>Starts the program, if it and Python are there.</summary>
    public static async Task<OracleProcess?> StartAsync(HttpClient client)
    {
        if (Find("oracle_v31.py") is not { } program)
            return null;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        try
        {
            var process = Process.Start("python3", [program, $"{port}"]);
            var oracle = new OracleProcess(process, new Uri($"http://127.0.0.1:{port}"));
            await oracle.WaitAsync(client);
            return oracle;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("COUNTRIES_TEST_ORACLE") is { Length: > 0 } folder)
            return Path.Combine(folder, name);
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, "shared", "oracle", name);
            if (File.Exists(path))
                return path;
        }
        return null;
    }
}

/// <summary>The program that answers as the closed service did, while it runs.</summary>
internal sealed class OracleProcess(Process process, Uri address) : IDisposable
{
    public Uri Address { get; } = address;

    public async Task WaitAsync(HttpClient client)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/v3.1/alpha/ch"));
                return;
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
