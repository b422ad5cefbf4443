using Architecture.Tests.Testing;

namespace Architecture.Tests;

/// <summary>A circle of modules through their Contracts compiles, so the build cannot forbid it.</summary>
[TestFixture]
internal sealed class ModuleGraphTests
{
    [Test]
    public void The_module_graph_has_no_circle()
    {
        var graph = ModuleGraph.Read();

        Assert.That(graph.Values.SelectMany(used => used), Is.Not.Empty.And.SubsetOf(graph.Keys));
        Assert.That(ModuleGraph.FindCircle(graph), Is.Empty);
    }

    [TestCase("A>B B>A", "A B")]
    [TestCase("A>B B>C C>D D>B", "B C D")]
    [TestCase("A>A", "A")]
    public void A_planted_circle_is_found(string edges, string circle) =>
        Assert.That(string.Join(' ', ModuleGraph.FindCircle(Graph(edges))), Is.EqualTo(circle));

    [TestCase("A>B A>C B>D C>D")]
    public void Two_ways_to_one_module_are_no_circle(string edges) =>
        Assert.That(ModuleGraph.FindCircle(Graph(edges)), Is.Empty);

    private static Dictionary<string, IReadOnlyList<string>> Graph(string edges) =>
        edges
            .Split(' ')
            .GroupBy(edge => edge[..1], edge => edge[2..])
            .ToDictionary(module => module.Key, IReadOnlyList<string> (used) => [.. used]);
}
