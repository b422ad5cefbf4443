using System.Reflection;
using Shared.Api;
using Shared.Api.Commands;
using Shared.Application;
using Shared.Infrastructure;

namespace Host;

/// <summary>
/// The modules of this program. Their list was written into the assembly when it was built, from the projects that
/// stood in the tree; <c>Modules:NAME:Enabled=false</c> leaves one out.
/// </summary>
internal sealed class Modules
{
    private const string Mark = "Module:";
    private const string Shared = "Shared";

    private Modules(IReadOnlyList<string> names)
    {
        Names = names;
        Api = [.. names.SelectMany(name => EntryPoints<IModuleApi>($"{name}.Api"))];
        Commands = [.. names.SelectMany(name => EntryPoints<IModuleCommands>($"{name}.Api"))];
    }

    /// <summary>The names of the modules that are on.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Their presentation.</summary>
    public IReadOnlyList<IModuleApi> Api { get; }

    /// <summary>Their commands of the command line.</summary>
    public IReadOnlyList<IModuleCommands> Commands { get; }

    /// <summary>Reads the list.</summary>
    public static Modules Find(IConfiguration configuration) =>
        new([
            .. typeof(Modules)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Where(attribute => attribute.Key.StartsWith(Mark, StringComparison.Ordinal))
                .Select(attribute => attribute.Key[Mark.Length..].Split('.')[0])
                .Distinct()
                .Where(name => name != Shared && IsOn(configuration.GetSection($"Modules:{name}")))
                .Order(StringComparer.Ordinal),
        ]);

    private static bool IsOn(IConfigurationSection section) =>
        Settings.Read(section.Path, section.Get<ModuleSettings>).Enabled;

    /// <summary>Installs the services of all of them.</summary>
    /// <exception cref="StartupFailureException">One of them needs another one that is left out.</exception>
    public void Install(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSharedInfrastructure(configuration);
        services.AddSharedApi(configuration, Api);
        foreach (var module in Api)
            module.Install(services, configuration);
        foreach (var name in Names)
        {
            var application = Assembly.Load($"{name}.Application");
            if (NeededBy(application).FirstOrDefault(needed => !Names.Contains(needed)) is { } missing)
                throw new StartupFailureException(
                    $"The module {name} needs the module {missing}, but Modules:{missing}:Enabled is false. Switch both off, or none."
                );
            services.AddApplication(application);
            foreach (var infrastructure in EntryPoints<IModuleInfrastructure>($"{name}.Infrastructure"))
                infrastructure.Install(services, configuration);
        }
    }

    /// <summary>The modules whose Contracts an assembly uses; its own among them.</summary>
    private static IEnumerable<string> NeededBy(Assembly application) =>
        application
            .GetReferencedAssemblies()
            .Select(assembly => assembly.Name!.Split('.'))
            .Where(parts => parts is [_, "Contracts"] && parts[0] != "MediatR")
            .Select(parts => parts[0]);

    /// <summary>The entry point of an assembly. A module may do without one, but not have two.</summary>
    private static IReadOnlyList<T> EntryPoints<T>(string assembly)
    {
        var types = Assembly.Load(assembly).DefinedTypes.Where(t => t.IsClass && t.IsAssignableTo(typeof(T))).ToList();
        return types.Count <= 1
            ? [.. types.Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!)]
            : throw new InvalidOperationException(
                $"{assembly} has {types.Count} classes that implement {typeof(T).Name}."
            );
    }
}

/// <summary>What is set for a module as a whole: the configuration section <c>Modules:NAME</c>.</summary>
internal sealed record ModuleSettings
{
    /// <summary>Whether the module is a part of this process.</summary>
    public bool Enabled { get; init; } = true;
}
