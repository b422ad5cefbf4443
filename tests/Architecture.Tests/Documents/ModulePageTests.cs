using System.Globalization;
using System.Text;
using Architecture.Tests.Testing;
using Shared.Application;
using Shared.Application.Events;

namespace Architecture.Tests.Documents;

/// <summary>The page of modules is read from the code: what each is made of, offers, uses and hears.</summary>
[TestFixture]
internal sealed class ModulePageTests
{
    [Test]
    public void The_page_of_modules_is_what_the_tree_says()
    {
        var graph = ModuleGraph.Read();
        var page = new StringBuilder("# Modules\n\n<!-- Made from the code by eng/documents. -->\n\n");
        page.Append(
            "Who uses whom, by the Contracts of the other. [architecture.md](architecture.md) says what they are for.\n\n"
        );
        page.Append("```mermaid\nflowchart LR\n");
        foreach (var module in graph.Keys)
            page.Append(CultureInfo.InvariantCulture, $"    {module}\n");
        foreach (var (module, used) in graph)
            page.Append(
                string.Concat(used.Order(StringComparer.Ordinal).Select(other => $"    {module} --> {other}\n"))
            );
        page.Append("```\n");
        foreach (var module in graph.Keys)
            page.Append(Section(module, graph[module]));

        GeneratedFile.MustBe("docs/modules.md", page.ToString());
    }

    private static string Section(string module, IReadOnlyList<string> uses)
    {
        var contracts = Types("Contracts", module);
        var application = Types("Application", module);
        var hears = application
            .Select(type => type.ArgumentsOf(typeof(IIntegrationEventHandler<>))?[0].Name)
            .OfType<string>();
        (string Title, IEnumerable<string> Names)[] rows =
        [
            ("projects", Solution.Layers.Select(layer => $"{module}.{layer}")),
            ("uses", uses),
            ("ports of its Contracts", contracts.Where(type => type.IsInterface).Select(type => type.Name)),
            ("records of its Contracts", contracts.Where(type => !type.IsInterface).Select(type => type.Name)),
            ("hears", hears),
            ("commands", Messages(application, typeof(ICommand<>))),
            ("queries", Messages(application, typeof(IQuery<>))),
        ];
        var text = new StringBuilder($"\n## {module}\n\n| | |\n|---|---|\n");
        foreach (var (title, names) in rows)
        {
            string[] sorted = [.. names.Distinct().Order(StringComparer.Ordinal).Select(name => $"`{name}`")];
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {title} | {(sorted.Length == 0 ? "–" : string.Join(", ", sorted))} |\n"
            );
        }
        return text.ToString();
    }

    private static IReadOnlyList<Type> Types(string layer, string module) =>
        Solution.TypesOf([System.Reflection.Assembly.Load($"{module}.{layer}")]);

    private static IEnumerable<string> Messages(IEnumerable<Type> types, Type kind) =>
        types.Where(type => type.IsConcreteClass() && type.Is(kind)).Select(type => type.Name);
}
