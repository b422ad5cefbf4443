using System.Reflection;
using System.Text.RegularExpressions;
using Architecture.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;

namespace Architecture.Tests;

/// <summary>The models that are made ahead of the start say what the configurations say.</summary>
[TestFixture]
internal sealed partial class CompiledModelTests
{
    [TestCaseSource(nameof(Contexts))]
    public void The_compiled_model_of_a_context_is_what_would_be_made_from_its_configurations_now(Type factory)
    {
        using var context = Create(factory);

        Assert.That(FolderOf(context), Does.Exist, "Run eng/compile-models.");
        var made = Make(context).ToDictionary(file => Path.GetFileName(file.Path), file => Comparable(file.Code));
        var kept = Directory
            .GetFiles(FolderOf(context))
            .ToDictionary(path => Path.GetFileName(path), path => Comparable(File.ReadAllText(path)));

        Assert.That(kept.Keys, Is.EquivalentTo(made.Keys), "Run eng/compile-models.");
        foreach (var (file, code) in made)
            Assert.That(kept[file], Is.EqualTo(code), $"Run eng/compile-models: {file} is out of date.");
    }

    [TestCaseSource(nameof(Contexts))]
    public void A_context_uses_its_compiled_model(Type factory)
    {
        using var context = Create(factory);

        Assert.That(context.Model.GetType().Assembly, Is.EqualTo(context.GetType().Assembly));
    }

    [TestCaseSource(nameof(Contexts))]
    public void The_last_migration_of_a_context_knows_all_that_its_configurations_say(Type factory)
    {
        using var context = Create(factory);

        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Run eng/new-migration.");
    }

    [Test]
    public void Every_context_is_looked_at()
    {
        var all = Solution
            .TypesOf(Solution.AssembliesOf("Infrastructure"))
            .Where(type => type.IsConcreteClass() && type.IsAssignableTo(typeof(DbContext)))
            .ToList();

        Assert.That(all, Is.Not.Empty);
        Assert.That(Contexts().Select(factory => factory.BaseType!.GenericTypeArguments[0]), Is.EquivalentTo(all));
    }

    private static IReadOnlyList<Type> Contexts() =>
        [
            .. Solution
                .TypesOf(Solution.AssembliesOf("Infrastructure"))
                .Where(type => type.IsConcreteClass() && type.Is(typeof(IDesignTimeDbContextFactory<>))),
        ];

    private static DbContext Create(Type factory) =>
        ((IDesignTimeDbContextFactory<DbContext>)Activator.CreateInstance(factory)!).CreateDbContext([]);

    /// <summary>Does what <c>dotnet ef dbcontext optimize</c> does.</summary>
    private static IReadOnlyCollection<ScaffoldedFile> Make(DbContext context)
    {
        var services = new ServiceCollection()
            .AddEntityFrameworkDesignTimeServices()
            .AddDbContextDesignTimeServices(context);
        var provider = Assembly.Load(context.Database.ProviderName!);
        var design = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
        ((IDesignTimeServices)provider.CreateInstance(design)!).ConfigureDesignTimeServices(services);
        using var tools = services.BuildServiceProvider();
        var options = new CompiledModelCodeGenerationOptions
        {
            ContextType = context.GetType(),
            ModelNamespace = $"{ModuleOf(context)}.Infrastructure.DataAccess.CompiledModels.{DatabaseOf(context)}",
            Language = "C#",
            UseNullableReferenceTypes = true,
        };
        return tools
            .GetRequiredService<ICompiledModelCodeGeneratorSelector>()
            .Select(options)
            .GenerateModel(context.GetService<IDesignTimeModel>().Model, options);
    }

    private static string FolderOf(DbContext context)
    {
        var infrastructure = Path.Combine(Solution.Root, "src", "Infrastructure", ModuleOf(context));
        return Path.Combine(infrastructure, "DataAccess", "CompiledModels", DatabaseOf(context));
    }

    private static string ModuleOf(DbContext context) => context.GetType().Assembly.GetName().Name!.Split('.')[0];

    /// <summary><c>Sqlite</c> of <c>SqliteCountriesDbContext</c>.</summary>
    private static string DatabaseOf(DbContext context) =>
        context.GetType().Name[..^$"{ModuleOf(context)}DbContext".Length];

    /// <summary>Without what a file system or an editor makes of it, and without the id, which is another one each time.</summary>
    private static string Comparable(string code) =>
        ModelId().Replace(code.ReplaceLineEndings("\n").Trim('\uFEFF'), "modelId");

    [GeneratedRegex("modelId: new Guid\\(\"[-0-9a-f]+\"\\)")]
    private static partial Regex ModelId();
}
