namespace Architecture.Tests.Testing;

/// <summary>Which modules use which: what the project files say with ModuleReference.</summary>
internal static class ModuleGraph
{
    /// <summary>Reads the project files of all modules.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read()
    {
        var uses =
            from project in Solution.Files("src", ".csproj")
            from reference in Solution.ReadXml(project).Descendants("ModuleReference")
            from used in reference.Attribute("Include")!.Value.Split(';')
            // Countries.Contracts.csproj belongs to Countries as much as Countries.Domain.csproj does.
            select (Module: Path.GetFileName(project).Split('.')[0], Used: used);
        var lookup = uses.Distinct().ToLookup(use => use.Module, use => use.Used);
        return Solution.Modules.ToDictionary(module => module, IReadOnlyList<string> (module) => [.. lookup[module]]);
    }

    /// <summary>A circle, as its modules in their order; none where there is none.</summary>
    public static IReadOnlyList<string> FindCircle(IReadOnlyDictionary<string, IReadOnlyList<string>> graph)
    {
        return graph.Keys.Select(module => Follow([module])).FirstOrDefault(circle => circle.Count > 0) ?? [];

        IReadOnlyList<string> Follow(IReadOnlyList<string> path)
        {
            foreach (var used in graph.GetValueOrDefault(path[^1]) ?? [])
            {
                if (used == path[0])
                    return path;
                // A circle that does not close at the start is found from a start of its own.
                if (!path.Contains(used) && Follow([.. path, used]) is { Count: > 0 } circle)
                    return circle;
            }
            return [];
        }
    }
}
