using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>What another process changes in a module's database is seen here after the next look.</summary>
[TestFixture]
internal sealed class ChangeWatchTests
{
    [Test]
    public async Task What_another_process_adds_changes_and_removes_is_seen_after_a_look()
    {
        await using var here = new BoxModule();
        await using var there = new BoxModule(host: here);
        var kept = await here.AddAsync("kept");
        await here.AddAsync("removed");
        await here.LookAsync();
        await here.Boxes.ReadAsync(CancellationToken.None);

        await there.RelabelAsync(kept, "relabelled");
        await there.AddAsync("added");
        await there.SqlAsync($"DELETE FROM boxes WHERE label = 'removed'");
        Assert.That(await LabelsAsync(here), Is.EquivalentTo(new[] { "kept", "removed" }), "not yet");

        await here.LookAsync();
        Assert.That(await LabelsAsync(here), Is.EquivalentTo(new[] { "relabelled", "added" }));
    }

    [Test]
    public async Task A_look_at_what_nobody_changed_makes_nobody_read_again()
    {
        await using var here = new BoxModule();
        await here.AddAsync("one");
        await here.LookAsync();
        await here.Boxes.ReadAsync(CancellationToken.None);
        var loads = here.Faults.Loads.Count;

        await here.LookAsync();
        await here.Boxes.ReadAsync(CancellationToken.None);

        Assert.That(here.Faults.Loads, Has.Count.EqualTo(loads));
    }

    private static async Task<IEnumerable<string>> LabelsAsync(BoxModule module) =>
        (await module.Boxes.ReadAsync(CancellationToken.None)).Labels.Select(label => label.Value);
}
