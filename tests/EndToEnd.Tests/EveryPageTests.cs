using EndToEnd.Tests.Testing;

namespace EndToEnd.Tests;

/// <summary>What must hold on every page.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class EveryPageTests
{
    private static readonly string[] Pages = ["/country/", "/admin/login"];

    [Test]
    public async Task Axe_finds_no_violation([ValueSource(nameof(Pages))] string path, [Values] bool dark)
    {
        await using var visit = await Visit.BeginAsync(Site.Home, dark);
        await visit.OpenAsync(path);
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
    }

    [Test]
    public async Task Nothing_is_wider_than_the_window_of_a_phone([ValueSource(nameof(Pages))] string path)
    {
        await using var visit = await Visit.BeginAsync(Site.Home, width: 360);
        await visit.OpenAsync(path);
        Assert.That(await visit.OverflowsAsync(), Is.False);
    }

    [Test]
    public async Task A_planted_fault_is_found()
    {
        await using var visit = await Visit.BeginAsync(Site.Home);
        var page = await visit.OpenAsync("/country/");
        await page.EvaluateAsync("document.querySelector('#country_name').removeAttribute('id')");
        Assert.That(await visit.ViolationsAsync(), Has.One.StartWith("label:"));
    }
}
