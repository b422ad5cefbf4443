using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Infrastructure.DataAccess;
using Shared.Infrastructure.DataAccess.PostgreSql;
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
        var removed = await here.AddAsync("removed");
        await here.AddAsync("untouched");
        await here.LookAsync();
        await there.RelabelAsync(kept, "known");
        // Whatever was known before is unknown: from here on there are versions to compare.
        await here.LookAsync();
        await here.Boxes.ReadAsync(CancellationToken.None);
        here.Published.Take();

        await there.RelabelAsync(kept, "relabelled");
        var added = await there.AddAsync("added");
        await there.SqlAsync($"DELETE FROM boxes WHERE label = 'removed'");
        Assert.That(await LabelsAsync(here), Is.EquivalentTo(new[] { "known", "removed", "untouched" }), "not yet");

        await here.LookAsync();
        Assert.That(here.Published.Take().Single(), Is.EquivalentTo(Ids(kept, added, removed)));
        Assert.That(await LabelsAsync(here), Is.EquivalentTo(new[] { "relabelled", "added", "untouched" }));
    }

    [Test]
    public async Task The_first_change_of_another_process_tells_of_everything()
    {
        await using var here = new BoxModule();
        await using var there = new BoxModule(host: here);
        var kept = await here.AddAsync("kept");
        await here.AddAsync("removed");
        await here.LookAsync();
        await here.Boxes.ReadAsync(CancellationToken.None);
        here.Published.Take();

        await there.RelabelAsync(kept, "relabelled");
        await there.SqlAsync($"DELETE FROM boxes WHERE label = 'removed'");
        await here.LookAsync();

        Assert.That(here.Published.Take(), Is.EqualTo(new IReadOnlyCollection<string>?[] { null }));
        Assert.That(await LabelsAsync(here), Is.EqualTo(["relabelled"]));
    }

    [Test]
    public async Task A_commit_that_changes_no_aggregate_tells_of_nothing_once_the_versions_are_known()
    {
        await using var here = new BoxModule();
        await using var there = new BoxModule(host: here);
        await here.LookAsync();
        await there.AddAsync("first");
        await here.LookAsync();
        here.Published.Take();

        await there.SqlAsync($"DELETE FROM outbox");
        await here.LookAsync();

        Assert.That(here.Published.Take(), Is.Empty);
    }

    [Test]
    public async Task Where_the_database_has_no_stamp_each_look_compares_the_versions()
    {
        await using var here = new BoxModule();
        await using var there = new BoxModule(host: here);
        await using var scope = here.OpenScope();
        // The writer of PostgreSQL.
        var writer = new ConcurrentWriter<BoxesDbContext>();
        using var watch = ActivatorUtilities.CreateInstance<ChangeWatch<BoxesDbContext>>(
            scope.ServiceProvider,
            (IWriter<BoxesDbContext>)writer
        );
        var kept = await here.AddAsync("kept");
        var removed = await here.AddAsync("removed");
        here.Published.Take();
        await watch.LookAsync(CancellationToken.None);
        await watch.LookAsync(CancellationToken.None);
        Assert.That(here.Published.Take(), Is.Empty, "nobody changed anything");

        await there.RelabelAsync(kept, "relabelled");
        var added = await there.AddAsync("added");
        await there.SqlAsync($"DELETE FROM boxes WHERE label = 'removed'");
        await watch.LookAsync(CancellationToken.None);

        Assert.That(here.Published.Take().Single(), Is.EquivalentTo(Ids(kept, added, removed)));
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
            here.ExecuteInTurnAsync<Success>(async context =>
            {
                await context.Database.ExecuteSqlRawAsync("ROLLBACK");
                return Result.Success;
            })
        );
        await there.AddAsync("theirs");
        await here.LookAsync();

        Assert.That(await LabelsAsync(here), Is.EquivalentTo(new[] { "kept", "theirs" }));
    }

    private static IEnumerable<string> Ids(params Guid[] boxes) => boxes.Select(id => id.ToString());

    private static async Task<IEnumerable<string>> LabelsAsync(BoxModule module) =>
        (await module.Boxes.ReadAsync(CancellationToken.None)).Labels.Select(label => label.Value);
}
