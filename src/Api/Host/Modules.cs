using System.Reflection;
using Shared.Api;
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
        Api = [.. names.Select(name => EntryPoint<IModuleApi>($"{name}.Api"))];
    }

    /// <summary>The names of the modules that are on.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Their presentation.</summary>
    public IReadOnlyList<IModuleApi> Api { get; }

    /// <summary>Reads the list.</summary>
    public static Modules Find(IConfiguration configuration) =>
        new([
            .. typeof(Modules)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Where(attribute => attribute.Key.StartsWith(Mark, StringComparison.Ordinal))
                .Select(attribute => attribute.Key[Mark.Length..].Split('.')[0])
                .Distinct()
                .Where(name => name != Shared && configuration.GetValue($"Modules:{name}:Enabled", true))
                .Order(StringComparer.Ordinal),
        ]);

    /// <summary>Installs the services of all of them.</summary>
    public void Install(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSharedInfrastructure(configuration);
        services.AddSharedApi(configuration, Api);
        foreach (var name in Names)
        {
            services.AddApplication(Assembly.Load($"{name}.Application"));
            EntryPoint<IModuleInfrastructure>($"{name}.Infrastructure").Install(services, configuration);
        }
    }

    private static T EntryPoint<T>(string assembly)
    {
        var types = Assembly.Load(assembly).DefinedTypes.Where(t => t.IsClass && t.IsAssignableTo(typeof(T))).ToList();
        return types.Count == 1
            ? (T)Activator.CreateInstance(types[0], nonPublic: true)!
            : throw new InvalidOperationException(
                $"{assembly} must have one class that implements {typeof(T).Name}; it has {types.Count}."
            );
    }
}
