using System.Text.Json;
using Architecture.Tests.Testing;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Architecture.Tests;

/// <summary>What each layer may see. The compiler holds most of it (<see cref="CompilerWallTests"/>); this looks at what was built.</summary>
[TestFixture]
internal sealed class LayerTests
{
    [Test]
    public void Every_module_stands_in_every_layer()
    {
        Assert.That(
            Solution.Layers.SelectMany(Solution.AssembliesOf).Count(),
            Is.EqualTo(Solution.Modules.Count * Solution.Layers.Count)
        );
    }

    [Test]
    public void An_assembly_references_only_what_its_layer_may_see()
    {
        var graph = ModuleGraph.Read();
        foreach (var module in Solution.Modules)
        {
            foreach (var layer in Solution.Layers)
            {
                var references = OursIn(Assembly.Load($"{module}.{layer}"));
                Assert.That(Forbidden(module, layer, references, graph[module]), Is.Empty, $"{module}.{layer}");
            }
        }
    }

    [TestCase("Domain", "A.Application")]
    [TestCase("Domain", "B.Contracts")]
    [TestCase("Contracts", "Shared.Domain")]
    [TestCase("Application", "A.Infrastructure")]
    [TestCase("Application", "B.Domain")]
    [TestCase("Application", "C.Contracts")]
    [TestCase("Infrastructure", "B.Application")]
    [TestCase("Api", "A.Domain")]
    [TestCase("Api", "A.Infrastructure")]
    [TestCase("Api", "B.Api")]
    public void Of_modules_A_and_B_where_A_names_B_as_used_A_must_not_see(string layer, string planted) =>
        Assert.That(Forbidden("A", layer, [planted], ["B"]), Is.EqualTo(new[] { planted }));

    [Test]
    public void Domain_and_Contracts_use_nothing_but_the_base_class_library()
    {
        var core = Solution.AssembliesWithSharedOf("Domain").Concat(Solution.AssembliesOf("Contracts")).ToList();

        Assert.That(Foreign(typeof(LayerTests).Assembly), Has.Member("nunit.framework"), "planted");
        Assert.That(core.SelectMany(Foreign), Is.Empty);
    }

    [Test]
    public void Domain_and_Contracts_name_no_package()
    {
        var locks = Directory
            .GetFiles(Path.Combine(Solution.Root, "src"), "packages.lock.json", SearchOption.AllDirectories)
            .ToLookup(file => file.Contains("/Domain/") || file.Contains(".Contracts/"));

        Assert.That(locks[false].SelectMany(Packages), Has.Member("FluentValidation"), "planted");
        Assert.That(locks[true].Count(), Is.EqualTo(Solution.Modules.Count * 2 + 1));
        Assert.That(locks[true].SelectMany(Packages), Is.Empty);
    }

    [Test]
    public void The_core_does_not_know_HTTP()
    {
        var core = Solution.TypesOf([
            .. Solution.AssembliesWithSharedOf("Domain"),
            .. Solution.AssembliesWithSharedOf("Application"),
        ]);

        Assert.That(KnowsNoHttp([]), Is.Not.Empty, "A rule about no type must not be kept.");
        Assert.That(KnowsNoHttp([typeof(Planted.KnowsHttpStatus)]), Is.Not.Empty, "planted");
        Assert.That(KnowsNoHttp([typeof(Planted.KnowsAspNetCore)]), Is.Not.Empty, "planted");
        Assert.That(KnowsNoHttp(core), Is.Empty);
    }

    private static IEnumerable<string> KnowsNoHttp(IEnumerable<Type> types) =>
        Dependencies.Broken(
            Types()
                .That()
                .Are(types)
                .Should()
                .NotDependOnAny(
                    Types(true).That().HaveFullNameMatching(@"^(Microsoft\.AspNetCore\.|System\.Net\.Http)")
                )
        );

    private static IEnumerable<string> Forbidden(
        string module,
        string layer,
        IEnumerable<string> references,
        IReadOnlyCollection<string> uses
    )
    {
        string[] allowed = layer switch
        {
            "Domain" => ["Shared.Domain"],
            "Contracts" => [],
            "Application" => ["Shared.Domain", "Shared.Application", $"{module}.Domain", $"{module}.Contracts"],
            "Infrastructure" =>
            [
                "Shared.Domain",
                "Shared.Application",
                "Shared.Infrastructure",
                $"{module}.Domain",
                $"{module}.Application",
                $"{module}.Contracts",
            ],
            _ => ["Shared.Application", "Shared.Api", $"{module}.Application"],
        };
        if (layer is not ("Domain" or "Contracts"))
            allowed = [.. allowed, .. uses.Select(used => $"{used}.Contracts")];
        return references.Except(allowed);
    }

    private static IEnumerable<string> OursIn(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => Solution.Layers.Contains(name.Split('.')[^1]) && name != "MediatR.Contracts");

    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name =>
                name != "Shared.Domain"
                && !File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, $"{name}.dll"))
            );

    /// <summary>The packages that a project asks for itself, but those that every project has for the build only.</summary>
    private static IEnumerable<string> Packages(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(lockFile));
        var global = Solution
            .ReadXml("Directory.Packages.props")
            .Descendants("GlobalPackageReference")
            .Select(package => package.Attribute("Include")!.Value)
            .ToList();
        return
        [
            .. from framework in json.RootElement.GetProperty("dependencies").EnumerateObject()
            from package in framework.Value.EnumerateObject()
            where package.Value.GetProperty("type").GetString() == "Direct" && !global.Contains(package.Name)
            select package.Name,
        ];
    }
}
