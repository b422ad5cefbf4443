using System.Diagnostics;
using System.Security.Cryptography;

namespace Architecture.Tests.Testing;

/// <summary>A copy of the tree to break or to build in, without what was built from it.</summary>
internal sealed class TreeCopy : IDisposable
{
    public TreeCopy()
    {
        string[] left = [".git", .. IgnoredFolders()];
        foreach (var folder in new DirectoryInfo(Solution.Root).EnumerateDirectories())
            CopyFolder(folder, folder.Name, left);
        foreach (var file in new DirectoryInfo(Solution.Root).EnumerateFiles())
            file.CopyTo(PathOf(file.Name));
    }

    /// <summary>The folder of the copy.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("countries-tree-").FullName;

    /// <summary>A path in the copy.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Writes a file of the copy.</summary>
    public void Write(string relative, string text) => File.WriteAllText(PathOf(relative), text);

    /// <summary>The files and what their content hashes to; without what was built.</summary>
    public Dictionary<string, string> Hashes()
    {
        var ignored = IgnoredFolders().ToHashSet();
        return Directory
            .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split('/').Any(ignored.Contains))
            .ToDictionary(file => file, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(PathOf(file)))));
    }

    /// <summary>How to run a program in the copy as a person would from a shell.</summary>
    public ProcessStartInfo Command(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Root };
        foreach (var name in start.Environment.Keys.Where(IsHandedDown).ToList())
            start.Environment.Remove(name);
        // Nothing may outlive the command that started it: with reuse off there is no compiler's server either.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["RestoreLockedMode"] = "false";
        return start;
    }

    /// <summary>Runs a program in the copy to its end.</summary>
    /// <returns>Its exit code and all that it wrote.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = Command(program, arguments);
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

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>What MSBuild, the command line and CI hand down to whatever a test run starts; it would change the build.</summary>
    private static bool IsHandedDown(string variable) =>
        variable == "CI"
        || variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("DOTNET_CLI", StringComparison.Ordinal);

    private static IEnumerable<string> IgnoredFolders() =>
        File.ReadLines(Path.Combine(Solution.Root, ".gitignore"))
            .Where(line => line.EndsWith('/'))
            .Select(line => line.Trim('/'));

    private void CopyFolder(DirectoryInfo source, string relative, string[] left)
    {
        if (left.Contains(source.Name))
            return;
        Directory.CreateDirectory(PathOf(relative));
        foreach (var file in source.EnumerateFiles())
            file.CopyTo(PathOf(Path.Combine(relative, file.Name)));
        foreach (var folder in source.EnumerateDirectories())
            CopyFolder(folder, Path.Combine(relative, folder.Name), left);
    }
}
