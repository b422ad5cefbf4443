using System.Text.Json;
using System.Text.RegularExpressions;
using Architecture.Tests.Testing;
using MediatR;

namespace Architecture.Tests;

/// <summary>
/// The walls between layers and modules are the compiler's: what a project must not use is compiled with just those
/// references that the build gives the project, and a forbidden reference is written into a copy of the tree.
/// </summary>
[TestFixture]
[Long]
internal sealed partial class CompilerWallTests
{
    /// <summary>A module that uses another one.</summary>
    private static readonly string Module = ModuleGraph.Read().First(module => module.Value.Count > 0).Key;

    /// <summary>The module that it uses.</summary>
    private static readonly string Used = ModuleGraph.Read()[Module][0];

    /// <summary>What is written where, and the error that it must be; no error where it is allowed.</summary>
    private static readonly Plant[] Plants =
    [
        new("Api_uses_its_own_Application", "Api", AnyType(Module, "Application"), Error: null),
        new("Api_uses_its_own_Domain", "Api", AnyType(Module, "Domain"), "CS0234"),
        new("Api_uses_its_own_Infrastructure", "Api", $"{Module}.Infrastructure.Anything", "CS0234"),
        new("Api_uses_a_handler", "Api", Handler().FullName!, "CS0122"),
        new(
            "Application_uses_the_Contracts_of_a_module_that_it_names",
            "Application",
            AnyType(Used, "Contracts"),
            null
        ),
        new("Application_uses_the_Domain_of_that_module", "Application", AnyType(Used, "Domain"), "CS0234"),
        new("Application_uses_EF_Core", "Application", "Microsoft.EntityFrameworkCore.DbContext", "CS0234"),
        new("Domain_uses_the_Contracts_of_another_module", "Domain", AnyType(Used, "Contracts"), "CS0400"),
        new("Domain_uses_ASP_NET_Core", "Domain", "Microsoft.AspNetCore.Http.HttpContext", "CS0234"),
        new("Domain_uses_MediatR", "Domain", "MediatR.IMediator", "CS0400"),
    ];

    /// <summary>What is written into which project file, and what the build must say to it.</summary>
    private static readonly ProjectPlant[] ProjectPlants =
    [
        new(
            "A_reference_by_hand",
            $"src/Application/{Module}.Contracts/{Module}.Contracts.csproj",
            $"""<ProjectReference Include="$(Src)Domain/{Used}/{Used}.Domain.csproj" />""",
            "LAYER001",
            [
                $"{Module}.Contracts references {Used}.Domain by hand",
                "<ModuleReference Include=",
                "docs/architecture.md",
            ]
        ),
        new(
            "A_package_in_the_Domain",
            "src/Domain/Shared/Shared.Domain.csproj",
            """<PackageReference Include="FluentValidation" />""",
            "LAYER002",
            ["Shared.Domain uses FluentValidation", "docs/architecture.md"]
        ),
        new(
            "A_framework_in_Contracts",
            $"src/Application/{Used}.Contracts/{Used}.Contracts.csproj",
            """<FrameworkReference Include="Microsoft.AspNetCore.App" />""",
            "LAYER002",
            [$"{Used}.Contracts uses Microsoft.AspNetCore.App", "docs/architecture.md"]
        ),
    ];

    private readonly Dictionary<string, string> outputs = [];

    [OneTimeSetUp]
    public async Task Compile_and_build_with_the_plants()
    {
        using var tree = new TreeCopy();
        foreach (var plant in ProjectPlants)
            tree.Write(
                plant.Project,
                $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{plant.Item}</ItemGroup></Project>"""
            );
        foreach (var (project, output) in await Task.WhenAll(ProjectPlants.Select(plant => BuildAsync(tree, plant))))
            outputs[project] = output;
        foreach (var layer in Plants.GroupBy(plant => plant.Layer))
            outputs[layer.Key] = await CompileAsync(layer.Key, [.. layer]);
    }

    [TestCaseSource(nameof(Plants))]
    public void What_stands_behind_a_wall_does_not_compile_and_what_stands_before_it_does(Plant plant)
    {
        var output = outputs[plant.Layer];
        var errors = ErrorInFile()
            .Matches(output)
            .Where(match => match.Groups["file"].Value == plant.File)
            .Select(match => match.Groups["code"].Value)
            .Distinct();

        Assert.That(output, Does.Contain("error CS"), "the compiler ran");
        Assert.That(errors, Is.EqualTo(plant.Error is null ? [] : new[] { plant.Error }), output);
    }

    [TestCaseSource(nameof(ProjectPlants))]
    public void A_reference_or_package_that_is_forbidden_stops_the_build_with_the_way_out(ProjectPlant plant)
    {
        Assert.That(outputs[plant.Project], Does.Contain($"error {plant.Error}"));
        foreach (var words in plant.Words)
            Assert.That(outputs[plant.Project], Does.Contain(words));
    }

    private static async Task<(string Project, string Output)> BuildAsync(TreeCopy tree, ProjectPlant plant) =>
        (plant.Project, (await tree.RunAsync("dotnet", "build", plant.Project, "--nologo", "-v:quiet")).Output);

    /// <summary>Compiles files as the project of the layer would have to, after the build has found its references.</summary>
    private static async Task<string> CompileAsync(string layer, Plant[] plants)
    {
        string[] question =
        [
            $"src/{layer}/{Module}/{Module}.{layer}.csproj",
            "-target:ResolveReferences",
            "-property:BuildProjectReferences=false",
            "-getProperty:RoslynTargetsPath",
            "-getItem:ReferencePath",
        ];
        var (exitCode, text) = await Shell.RunAsync(Solution.Root, "dotnet", ["msbuild", .. question]);
        Assert.That(exitCode, Is.Zero, text);
        var answer = JsonSerializer.Deserialize<JsonElement>(text);
        var references = answer.GetProperty("Items").GetProperty("ReferencePath").EnumerateArray();

        var folder = Directory.CreateTempSubdirectory("countries-plants-");
        foreach (var plant in plants)
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, plant.File), plant.Text);
        string[] compiler =
        [
            Path.Combine(
                answer.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!,
                "bincore/csc.dll"
            ),
            "-nologo",
            "-noconfig",
            "-nostdlib",
            "-target:library",
            // The name decides what is internal to it.
            $"-out:{Module}.{layer}.dll",
            .. references.Select(reference => $"-reference:{reference.GetProperty("FullPath").GetString()}"),
            .. plants.Select(plant => plant.File),
        ];
        var (_, output) = await Shell.RunAsync(folder.FullName, "dotnet", ["exec", .. compiler]);
        folder.Delete(recursive: true);
        return output;
    }

    private static string AnyType(string module, string layer) => VisibleType(module, layer).FullName!;

    private static Type VisibleType(string module, string layer) =>
        Solution
            .TypesOf([System.Reflection.Assembly.Load($"{module}.{layer}")])
            .First(type => type is { IsVisible: true, IsGenericType: false, IsNested: false });

    private static Type Handler() =>
        Solution
            .TypesOf([System.Reflection.Assembly.Load($"{Module}.Application")])
            .First(type => type.Is(typeof(IRequestHandler<,>)));

    [GeneratedRegex(@"(?<file>\w+\.cs)\(\d+,\d+\): error (?<code>\w+):")]
    private static partial Regex ErrorInFile();

    internal sealed record Plant(string Name, string Layer, string Uses, string? Error)
    {
        public string File => $"{Name}.cs";

        /// <summary>All are declarations: the compiler looks into method bodies only when these are right.</summary>
        public string Text =>
            $$"""
                namespace {{Module}}.{{Layer}};

                internal interface I{{Name}}
                {
                    global::{{Uses}} Planted { get; }
                }

                """;

        public override string ToString() => Name;
    }

    internal sealed record ProjectPlant(string Name, string Project, string Item, string Error, string[] Words)
    {
        public override string ToString() => Name;
    }
}
