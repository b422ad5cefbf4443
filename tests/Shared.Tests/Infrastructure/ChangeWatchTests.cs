using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Shared.Application;
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

    [Test]
    public async Task A_look_after_commits_of_our_own_makes_nobody_read_again()
    {
        await using var here = new BoxModule();
        await here.LookAsync();
        var one = await here.AddAsync("one");
        await here.RelabelAsync(one, "relabelled");
        await here.Boxes.ReadAsync(CancellationToken.None);
        var loads = here.Faults.Loads.Count;

        await here.LookAsync();
        await here.Boxes.ReadAsync(CancellationToken.None);

        Assert.That(here.Faults.Loads, Has.Count.EqualTo(loads));
    }

    [Test]
    public async Task What_another_process_commits_among_commits_of_our_own_is_seen_after_a_look()
    {
        await using var here = new BoxModule();
        await using var there = new BoxModule(host: here);
        await here.LookAsync();

        await here.AddAsync("first");
        await there.AddAsync("theirs");
        await here.AddAsync("last");
        await here.LookAsync();

        Assert.That(await LabelsAsync(here), Is.EquivalentTo(new[] { "first", "theirs", "last" }));
    }

    [Test]
    public async Task What_another_process_commits_while_our_connection_is_broken_is_seen_after_a_look()
    {
        await using var here = new BoxModule();
        await using var there = new BoxModule(host: here);
        await here.AddAsync("kept");
        await here.LookAsync();
        await here.Boxes.ReadAsync(CancellationToken.None);

        // It breaks the transaction as a whole, and with it the connection of the writer.
        await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            here.ExecuteAsync<Success>(async context =>
            {
                await context.Database.ExecuteSqlRawAsync("ROLLBACK");
                return Result.Success;
            })
        );
        await there.AddAsync("theirs");
        await here.LookAsync();

        Assert.That(await LabelsAsync(here), Is.EquivalentTo(new[] { "kept", "theirs" }));
    }

    private static async Task<IEnumerable<string>> LabelsAsync(BoxModule module) =>
        (await module.Boxes.ReadAsync(CancellationToken.None)).Labels.Select(label => label.Value);
}
