using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Infrastructure.DataAccess.History;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>Every write leaves an entry that tells who did what, and no use case can forget it.</summary>
[TestFixture]
internal sealed class HistoryRecorderTests
{
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task An_entry_tells_who_did_what_when_and_by_which_contract()
    {
        var id = await module.AddAsync("tea");
        module.Clock.Advance(TimeSpan.FromMinutes(1));
        await using (var scope = module.OpenScope())
        {
            scope.ServiceProvider.GetRequiredService<Caller>().IsTrusted("key:me (1)", "v1");
            await BoxModule.ExecuteAsync<Success>(
                scope,
                async context =>
                {
                    (await context.Boxes.SingleAsync()).Relabel("coffee");
                    return Result.Success;
                }
            );
        }

        var entries = await EntriesAsync();
        Assert.That(
            entries.Select(entry => $"{entry.Record} {entry.Action} {entry.Who} {entry.Contract}"),
            Is.EqualTo(["box created service service", "box changed key:me (1) v1"])
        );
        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => entry.Id), Is.All.EqualTo(id.ToString()));
            Assert.That(entries[1].At, Is.EqualTo(module.Clock.GetUtcNow()));
            Assert.That(entries[0].At, Is.EqualTo(module.Clock.GetUtcNow().AddMinutes(-1)));
            Assert.That(Told(entries[0]), Is.EqualTo("label:  -> tea"));
            Assert.That(Told(entries[1]), Is.EqualTo("label: tea -> coffee"));
        });
    }

    [Test]
    public async Task An_entry_is_no_older_than_what_its_write_has_waited_for()
    {
        var go = new TaskCompletionSource();
        var earlier = module.ExecuteInTurnAsync<Success>(async context =>
        {
            context.Boxes.Add(Box.Add("earlier"));
            await go.Task;
            return Result.Success;
        });
        var later = module.AddAsync("later");
        module.Clock.Advance(TimeSpan.FromSeconds(6));
        go.SetResult();
        await Task.WhenAll(earlier, later);

        // Who has read on to the first one asks for what came since.
        var entries = await EntriesAsync();
        Assert.That(entries.Select(Told), Is.EqualTo(["label:  -> earlier", "label:  -> later"]));
        Assert.That(entries[1].At, Is.EqualTo(module.Clock.GetUtcNow()));
    }

    [Test]
    public async Task What_other_modules_do_not_learn_of_is_told_all_the_same()
    {
        await module.AddAsync("tea");
        await ChangeAsync((_, box) => box.RelabelInside("coffee"));

        Assert.That(Told((await EntriesAsync())[^1]), Is.EqualTo("label: tea -> coffee"));
    }

    [Test]
    public async Task Several_changes_of_one_work_are_one_entry_for_each_record()
    {
        await module.ExecuteAsync<Success>(context =>
        {
            var (one, other) = (Box.Add("one"), Box.Add("other"));
            one.Relabel("two");
            context.Boxes.AddRange(one, other);
            return Task.FromResult<ErrorOr<Success>>(Result.Success);
        });

        var told = (await EntriesAsync()).Select(Told);
        Assert.That(told, Is.EquivalentTo(["label:  -> one, label: one -> two", "label:  -> other"]));
    }

    [Test]
    public async Task A_refused_work_leaves_no_entry()
    {
        await module.ExecuteAsync<Success>(context =>
        {
            context.Boxes.Add(Box.Add("tea"));
            return Task.FromResult<ErrorOr<Success>>(Error.Conflict("box.taken", "No."));
        });

        Assert.That(await EntriesAsync(), Is.Empty);
    }

    [Test]
    public async Task A_note_of_a_record_about_itself_leaves_no_entry()
    {
        await module.AddAsync("tea");
        await ChangeAsync((context, box) => context.Entry(box).Property(b => b.Label).CurrentValue = "noted");

        Assert.That(await module.LabelsAsync(), Is.EqualTo(["noted"]));
        Assert.That(await EntriesAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_change_that_tells_no_member_is_a_bug_and_is_not_kept()
    {
        await module.AddAsync("tea");

        Assert.That(
            () =>
                ChangeAsync(
                    (context, box) =>
                    {
                        box.Weigh();
                        context.Entry(box).Property(b => b.Label).CurrentValue = "untold";
                    }
                ),
            Throws.InvalidOperationException.With.Message.Contains("Box")
        );
        Assert.That(() => ChangeAsync((context, box) => context.Remove(box)), Throws.InvalidOperationException);
        Assert.That(await module.LabelsAsync(), Is.EqualTo(["tea"]));
        Assert.That(await EntriesAsync(), Has.Count.EqualTo(1));
    }

    private Task<ErrorOr<Success>> ChangeAsync(Action<BoxesDbContext, Box> change) =>
        module.ExecuteAsync<Success>(async context =>
        {
            change(context, await context.Boxes.SingleAsync());
            return Result.Success;
        });

    private async Task<List<HistoryItem>> EntriesAsync()
    {
        var entries = await module.QueryAsync(context =>
            context.Set<HistoryEntry>().OrderBy(entry => entry.Sequence).ToListAsync()
        );
        return [.. entries.Select(entry => entry.ToItem())];
    }

    private static string Told(HistoryItem entry) =>
        string.Join(", ", entry.Changes.Select(change => $"{change.Member}: {change.Before} -> {change.After}"));
}
