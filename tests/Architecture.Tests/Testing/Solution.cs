using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Architecture.Tests.Testing;

/// <summary>The tree and what it builds. Its modules are those that the host was built with, so no test keeps a list.</summary>
internal static class Solution
{
    /// <summary>The folder of Countries.sln.</summary>
    public static readonly string Root = FindRoot();

    /// <summary>The modules.</summary>
    public static readonly IReadOnlyList<string> Modules = FindModules();

    /// <summary>What a module may have an assembly of.</summary>
    public static readonly IReadOnlyList<string> Layers =
    [
        "Domain",
        "Contracts",
        "Application",
        "Infrastructure",
        "Api",
    ];

    /// <summary>A layer's assembly of each module.</summary>
    public static IReadOnlyList<Assembly> AssembliesOf(string layer) =>
        [.. Modules.Select(module => Assembly.Load($"{module}.{layer}"))];

    /// <summary>A layer's assembly of each module, and the shared one.</summary>
    public static IReadOnlyList<Assembly> AssembliesWithSharedOf(string layer) =>
        [.. AssembliesOf(layer), Assembly.Load($"Shared.{layer}")];

    /// <summary>The types that people wrote; the Razor compiler makes one of a file of usings, too.</summary>
    public static IReadOnlyList<Type> TypesOf(IEnumerable<Assembly> assemblies) =>
        [
            .. assemblies
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.FullName!.Contains('<'))
                .Where(type => type.Name != "_Imports"),
        ];

    /// <summary>The files under a folder with one of the extensions, without what was built.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Where(file => extensions.Contains(Path.GetExtension(file)))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The file that declares a type, found by the type's name.</summary>
    public static string? FileOf(Type type)
    {
        var declaration = new Regex($@"\b(class|record|struct|interface)\s+{type.Name.Split('`')[0]}\b");
        return SourceFiles
            .Value.FirstOrDefault(file =>
                file.Text.Contains($"namespace {type.Namespace};", StringComparison.Ordinal)
                && declaration.IsMatch(file.Text)
            )
            .Path;
    }

    /// <summary>Reads a project file or the like.</summary>
    public static XDocument ReadXml(string file)
    {
        using var reader = XmlReader.Create(Path.Combine(Root, file));
        return XDocument.Load(reader);
    }

    /// <summary>A path as people write it: from the root, with slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static readonly Lazy<IReadOnlyList<(string Path, string Text)>> SourceFiles = new(() =>
        [.. Files("src", ".cs").Concat(Files("tests/Architecture.Tests", ".cs")).Select(f => (f, File.ReadAllText(f)))]
    );

    private static string[] FindModules()
    {
        string[] modules =
        [
            .. Assembly
                .Load("Countries.Host")
                .GetCustomAttributes<AssemblyMetadataAttribute>()
                .Where(attribute => attribute.Key.StartsWith("Module:", StringComparison.Ordinal))
                .Select(attribute => attribute.Key["Module:".Length..].Split('.')[0])
                .Distinct()
                .Where(name => name != "Shared")
                .Order(StringComparer.Ordinal),
        ];
        // Rules about no module would all be kept.
        return modules.Length > 0
            ? modules
            : throw new InvalidOperationException("The host was built without a module.");
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Countries.sln")))
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The tests must run inside the tree of Countries.sln.");
        return folder;
    }
}
