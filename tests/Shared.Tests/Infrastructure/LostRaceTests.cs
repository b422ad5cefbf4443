using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Shared.Application;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>A work that another writer got ahead of runs again and sees what that one did.</summary>
[TestFixture]
internal sealed class LostRaceTests
{
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task When_another_writer_took_a_unique_value_first_the_work_runs_again_and_sees_it()
    {
        var free = new List<bool>();

        var result = await module.ExecuteAsync<string>(async context =>
        {
            free.Add(!await context.Boxes.AnyAsync(box => box.Label == "tea"));
            if (free.Count == 1)
                await module.AddAsync("tea");
            var label = free[^1] ? "tea" : "tea (2)";
            context.Boxes.Add(Box.Add(label));
            return label;
        });

        Assert.That(free, Is.EqualTo([true, false]));
        Assert.That(result.Value, Is.EqualTo("tea (2)"));
        Assert.That(await module.LabelsAsync(), Is.EqualTo(["tea", "tea (2)"]));
        Assert.That(await module.OutboxAsync(), Has.Count.EqualTo(2), "the first run left no event");
    }

    [Test]
    public async Task When_another_writer_changed_the_same_aggregate_first_the_work_runs_again_on_the_new_state()
    {
        var id = await module.AddAsync("tea");
        var seen = new List<string>();

        await module.ExecuteAsync<Success>(async context =>
        {
            var box = await context.Boxes.SingleAsync(b => b.Id == id);
            seen.Add(box.Label);
            if (seen.Count == 1)
                await module.RelabelAsync(id, "coffee");
            box.Relabel($"{box.Label}!");
            return Result.Success;
        });

        Assert.That(seen, Is.EqualTo(["tea", "coffee"]));
        Assert.That(await module.LabelsAsync(), Is.EqualTo(["coffee!"]));
        Assert.That(await module.OutboxAsync(), Has.Count.EqualTo(3), "the first run left no event");
    }

    [Test]
    public async Task Every_change_raises_the_version_of_its_aggregate()
    {
        var id = await module.AddAsync("tea");
        Assert.That(await VersionAsync(), Is.EqualTo(1));

        await module.RelabelAsync(id, "coffee");
        Assert.That(await VersionAsync(), Is.EqualTo(2));

        Task<long> VersionAsync() => module.QueryAsync(context => context.Boxes.Select(b => b.Version).SingleAsync());
    }

    [Test]
    public async Task After_the_third_run_in_vain_it_gives_up_with_the_advice_to_come_again()
    {
        await module.AddAsync("tea");
        var runs = 0;

        Assert.That(
            async () =>
                await module.ExecuteAsync(context =>
                {
                    runs++;
                    context.Boxes.Add(Box.Add("tea"));
                    return Task.FromResult<ErrorOr<Success>>(Result.Success);
                }),
            Throws.InstanceOf<StorageUnavailableException>()
        );
        Assert.That(runs, Is.EqualTo(3));
    }
}
