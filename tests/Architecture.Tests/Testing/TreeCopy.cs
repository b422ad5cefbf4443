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

    /// <summary>How to run a program in the copy.</summary>
    public ProcessStartInfo Command(string program, params IEnumerable<string> arguments) =>
        Shell.Command(Root, program, arguments);

    /// <summary>Runs a program in the copy to its end.</summary>
    /// <returns>Its exit code and all that it wrote.</returns>
    public Task<(int ExitCode, string Output)> RunAsync(string program, params IEnumerable<string> arguments) =>
        Shell.RunAsync(Root, program, arguments);

    public void Dispose() => Directory.Delete(Root, recursive: true);

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
