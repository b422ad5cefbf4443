using System.Diagnostics;

namespace Architecture.Tests.Testing;

/// <summary>Runs programs as from a shell, not as from a test run.</summary>
internal static class Shell
{
    /// <summary>How to run a program in a folder as a person would.</summary>
    public static ProcessStartInfo Command(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(IsHandedDown).ToList())
            start.Environment.Remove(name);
        // Nothing may outlive the command that started it: with reuse off there is no compiler's server either.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["RestoreLockedMode"] = "false";
        return start;
    }

    /// <summary>Runs a program in a folder to its end.</summary>
    /// <returns>Its exit code and all that it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        string program,
        params IEnumerable<string> arguments
    )
    {
        var start = Command(folder, program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} took longer than five minutes: {await output}{await errors}");
        }
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>What MSBuild, the command line and CI hand down to whatever a test run starts; it would change the build.</summary>
    private static bool IsHandedDown(string variable) =>
        variable == "CI"
        || variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("DOTNET_CLI", StringComparison.Ordinal);
}
