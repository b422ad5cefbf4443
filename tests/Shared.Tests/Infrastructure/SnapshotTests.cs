using CsCheck;
using ErrorOr;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Application;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>A reader of the picture in memory sees all that was committed before it asked.</summary>
[TestFixture]
internal sealed class SnapshotTests
{
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task A_writer_reads_its_own_write_and_readers_go_never_back_in_time()
    {
        using var written = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadOnAsync(written.Token))).ToList();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() => WriteAsync(writer))));
        await written.CancelAsync();

        foreach (var reader in readers)
            Assert.That(await reader, Is.True, "boxes only grow, and one version is one picture");
        Assert.That((await ReadAsync()).Labels, Has.Count.EqualTo(40));
    }

    [Test]
    public void After_any_commits_in_any_order_the_picture_is_what_the_database_holds()
    {
        var boxes = Enumerable.Range(0, 4).Select(i => new Guid(i, 1, 1, [1, 1, 1, 1, 1, 1, 1, 1])).ToArray();
        var label = 0;
        var change = Gen.Select(Gen.OneOf(boxes), Gen.Enum<Change>());
        change
            .Array[1, 12]
            .SampleAsync(
                async changes =>
                {
                    foreach (var (id, kind) in changes)
                        await ApplyAsync(id, kind, $"{label++}");
                    var stored = await module.QueryAsync(c => c.Boxes.ToDictionaryAsync(b => b.Id, b => b.Label));
                    return (await ReadAsync()).Labels.ToHashSet().SetEquals(stored);
                },
                iter: 25,
                threads: 1
            )
            .GetAwaiter()
            .GetResult();
    }

    [Test]
    public async Task Only_what_changed_is_loaded_and_only_when_somebody_asks()
    {
        await ReadAsync();
        await module.AddAsync("one");
        var id = await module.AddAsync("two");
        await module.RelabelAsync(id, "three");
        Assert.That(module.Faults.Loads, Is.EqualTo(new int?[] { null }), "the first reader loads all");

        var first = await ReadAsync();
        Assert.That(module.Faults.Loads, Is.EqualTo(new int?[] { null, 2 }), "two boxes, once");
        Assert.That(await ReadAsync(), Is.SameAs(first));
    }

    [Test]
    public async Task A_commit_that_concerns_all_rows_loads_all()
    {
        await module.AddAsync("one");
        await ReadAsync();
        await module.SqlAsync("UPDATE boxes SET label = 'changed by a data set'");
        module.Snapshot.Apply(["data-set"]);

        Assert.That((await ReadAsync()).Labels.Values, Is.EqualTo(["changed by a data set"]));
    }

    [Test]
    public async Task A_row_that_is_gone_leaves_the_picture()
    {
        var id = await module.AddAsync("one");
        await ReadAsync();
        await ApplyAsync(id, Change.Remove, "");

        Assert.That((await ReadAsync()).Labels, Is.Empty);
    }

    [Test]
    public async Task Whoever_holds_an_old_picture_keeps_it()
    {
        var id = await module.AddAsync("old");
        var old = await ReadAsync();
        await module.RelabelAsync(id, "new");
        var young = await ReadAsync();

        Assert.That(old.Labels[id], Is.EqualTo("old"));
        Assert.That(young.Labels[id], Is.EqualTo("new"));
        Assert.That(young.Version, Is.Not.EqualTo(old.Version));
    }

    [Test]
    public async Task A_load_that_fails_forgets_no_change([Values] bool atFirst)
    {
        if (!atFirst)
            await ReadAsync();
        await module.AddAsync("one");
        module.Faults.OfLoad = new FormatException("no");
        Assert.That(ReadAsync, Throws.TypeOf<FormatException>());
        await module.AddAsync("two");
        Assert.That(ReadAsync, Throws.TypeOf<FormatException>());

        module.Faults.OfLoad = null;
        Assert.That((await ReadAsync()).Labels.Values.Order(), Is.EqualTo(["one", "two"]));
    }

    [Test]
    public async Task A_database_that_cannot_be_read_is_told_apart_from_a_bug()
    {
        await module.AddAsync("one");
        module.Faults.OfLoad = new SqliteException("locked", 5);

        Assert.That(ReadAsync, Throws.TypeOf<StorageUnavailableException>());
    }

    [Test]
    public async Task A_change_without_a_public_event_is_seen_too()
    {
        var id = await module.AddAsync("one");
        await ReadAsync();
        await module.ExecuteAsync<Success>(async context =>
        {
            var box = await context.Boxes.SingleAsync(b => b.Id == id);
            box.RelabelInside("two");
            return Result.Success;
        });

        Assert.That((await ReadAsync()).Labels[id], Is.EqualTo("two"));
    }

    private Task<BoxView> ReadAsync() => module.Boxes.ReadAsync(CancellationToken.None).AsTask();

    private async Task WriteAsync(int writer)
    {
        for (var i = 0; i < 10; i++)
        {
            var id = await module.AddAsync($"{writer}.{i}");
            Assert.That((await ReadAsync()).Labels[id], Is.EqualTo($"{writer}.{i}"));
            await module.RelabelAsync(id, $"{writer}.{i}!");
            Assert.That((await ReadAsync()).Labels[id], Is.EqualTo($"{writer}.{i}!"));
        }
    }

    private async Task<bool> ReadOnAsync(CancellationToken until)
    {
        var last = await ReadAsync();
        while (!until.IsCancellationRequested)
        {
            var next = await ReadAsync();
            if (next.Labels.Count < last.Labels.Count || (next.Version == last.Version && next != last))
                return false;
            last = next;
            await Task.Yield();
        }
        return true;
    }

    private Task<ErrorOr<Success>> ApplyAsync(Guid id, Change kind, string label) =>
        module.ExecuteAsync<Success>(async context =>
        {
            var box = await context.Boxes.SingleOrDefaultAsync(b => b.Id == id);
            if (box is null)
                context.Boxes.Add(Box.Add(label, id));
            else
                box.Relabel(label);
            if (kind == Change.Remove && box is not null)
                context.Boxes.Remove(box);
            if (kind == Change.Read)
                await ReadAsync();
            return kind == Change.Refuse ? Error.Validation() : Result.Success;
        });

    private enum Change
    {
        Write,
        Read,
        Remove,
        Refuse,
    }
}
