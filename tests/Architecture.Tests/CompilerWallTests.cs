using System.Text.RegularExpressions;
using Architecture.Tests.Testing;
using MediatR;

namespace Architecture.Tests;

/// <summary>
/// The walls between layers and modules are the compiler's: each forbidden reference is written into a copy of the
/// tree, and the build must refuse it.
/// </summary>
[TestFixture]
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
    public async Task Build_with_all_plants()
    {
        using var tree = new TreeCopy();
        var (exitCode, output) = await BuildAsync(tree, ProjectOf("Api"));
        Assert.That(exitCode, Is.Zero, $"Without a plant it must build: {output}");

        foreach (var plant in Plants)
            tree.Write($"src/{plant.Layer}/{Module}/{plant.File}", plant.Text);
        foreach (var plant in ProjectPlants)
            tree.Write(
                plant.Project,
                $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{plant.Item}</ItemGroup></Project>"""
            );
        string[] projects =
        [
            .. Plants.Select(plant => ProjectOf(plant.Layer)).Distinct(),
            .. ProjectPlants.Select(plant => plant.Project),
        ];
        var builds = projects.Select(project => BuildAsync(tree, project, "--no-restore", "--no-dependencies"));
        foreach (var (project, build) in projects.Zip(await Task.WhenAll(builds)))
            outputs[project] = build.Output;
    }

    [TestCaseSource(nameof(Plants))]
    public void The_build_says(Plant plant)
    {
        var output = outputs[ProjectOf(plant.Layer)];
        var errors = ErrorInFile()
            .Matches(output)
            .Where(match => match.Groups["file"].Value == plant.File)
            .Select(match => match.Groups["code"].Value)
            .Distinct();

        Assert.That(errors, Is.EqualTo(plant.Error is null ? [] : new[] { plant.Error }), output);
    }

    [TestCaseSource(nameof(ProjectPlants))]
    public void The_build_explains(ProjectPlant plant)
    {
        Assert.That(outputs[plant.Project], Does.Contain($"error {plant.Error}"));
        foreach (var words in plant.Words)
            Assert.That(outputs[plant.Project], Does.Contain(words));
    }

    private static Task<(int ExitCode, string Output)> BuildAsync(
        TreeCopy tree,
        string project,
        params IEnumerable<string> arguments
    ) =>
        tree.RunAsync(
            "dotnet",
            [
                "build",
                project,
                "--nologo",
                "-v:quiet",
                "-p:RestoreLockedMode=false",
                "-p:RunAnalyzers=false",
                .. arguments,
            ]
        );

    private static string ProjectOf(string layer) => $"src/{layer}/{Module}/{Module}.{layer}.csproj";

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
