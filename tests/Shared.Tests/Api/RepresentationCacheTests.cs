using Shared.Api.Caching;
using Shared.Api.Http;

namespace Shared.Tests.Api;

/// <summary>A representation is made once for each version of the data.</summary>
[TestFixture]
internal sealed class RepresentationCacheTests
{
    private RepresentationCache cache = null!;
    private int made;

    [SetUp]
    public void MakeCache() => (cache, made) = (new RepresentationCache(new HttpLimits { CacheBytes = 100_000 }), 0);

    [TearDown]
    public void LetGo() => cache.Dispose();

    [Test]
    public async Task The_same_version_is_made_once()
    {
        var first = await cache.GetAsync("list json", "1", MakeAsync);
        var second = await cache.GetAsync("list json", "1", MakeAsync);

        Assert.That(second, Is.SameAs(first));
        Assert.That(made, Is.EqualTo(1));
    }

    [Test]
    public async Task All_who_ask_at_once_wait_for_one_maker()
    {
        var go = new TaskCompletionSource();
        async Task<Representation> MakeLaterAsync()
        {
            await go.Task;
            return await MakeAsync();
        }

        var asked = Enumerable
            .Range(0, 5)
            .Select(_ => cache.GetAsync("list json", "1", MakeLaterAsync).AsTask())
            .ToList();
        go.SetResult();

        Assert.That((await Task.WhenAll(asked)).Distinct().Count(), Is.EqualTo(1));
        Assert.That(made, Is.EqualTo(1));
    }

    [Test]
    public async Task Another_version_replaces_it_for_good()
    {
        var first = await cache.GetAsync("list json", "1", MakeAsync);
        var second = await cache.GetAsync("list json", "2", MakeAsync);
        Assert.That(second, Is.Not.SameAs(first));
        Assert.That(await cache.GetAsync("list json", "2", MakeAsync), Is.SameAs(second));

        Assert.That(await cache.GetAsync("list json", "1", MakeAsync), Is.Not.SameAs(first));
        Assert.That(made, Is.EqualTo(3));
    }

    [Test]
    public async Task Keys_do_not_disturb_each_other()
    {
        var json = await cache.GetAsync("list json", "1", MakeAsync);
        var xml = await cache.GetAsync("list xml", "1", MakeAsync);

        Assert.That(xml, Is.Not.SameAs(json));
        Assert.That(await cache.GetAsync("list json", "1", MakeAsync), Is.SameAs(json));
    }

    [Test]
    public async Task One_that_could_not_be_made_is_made_by_the_next_who_asks()
    {
        Assert.That(
            async () => await cache.GetAsync("list json", "1", () => throw new IOException("no")),
            Throws.TypeOf<IOException>()
        );

        await cache.GetAsync("list json", "1", MakeAsync);
        Assert.That(made, Is.EqualTo(1));
    }

    [Test]
    public async Task A_slow_maker_of_an_old_version_is_never_served_for_the_new_one()
    {
        var go = new TaskCompletionSource();
        var old = cache.GetAsync(
            "list json",
            "1",
            async () =>
            {
                await go.Task;
                return await MakeAsync();
            }
        );
        var young = await cache.GetAsync("list json", "2", MakeAsync);
        go.SetResult();
        var late = await old;

        var served = await cache.GetAsync("list json", "2", MakeAsync);
        Assert.That(served, Is.Not.SameAs(late));
        Assert.That(served.EntityTag, Is.Not.EqualTo(late.EntityTag));
        Assert.That(young, Is.Not.SameAs(late));
    }

    [Test]
    public async Task What_was_asked_for_lately_stays_and_the_bytes_in_all_are_limited()
    {
        var popular = await cache.GetAsync("popular", "1", MakeAsync);
        for (var i = 0; i < 1000; i++)
        {
            await cache.GetAsync($"stranger {i}", "1", MakeAsync);
            if (i % 10 == 0)
                await cache.GetAsync("popular", "1", MakeAsync);
            // What is too much is let go of in the background.
            if (i % 50 == 0)
                await Task.Delay(20);
        }
        Assert.That(await cache.GetAsync("popular", "1", MakeAsync), Is.SameAs(popular));
        var before = made;
        for (var i = 0; i < 1000; i++)
            await cache.GetAsync($"stranger {i}", "1", MakeAsync);

        Assert.That(made - before, Is.GreaterThanOrEqualTo(900), "at most a hundred of 1 KiB fit into 100 kB");
    }

    [Test]
    public async Task What_is_larger_than_the_cache_is_served_but_not_kept()
    {
        Task<Representation> MakeLargeAsync()
        {
            made++;
            return Task.FromResult(new Representation(new byte[100_001], "application/json"));
        }

        await cache.GetAsync("large", "1", MakeLargeAsync);
        await cache.GetAsync("large", "1", MakeLargeAsync);

        Assert.That(made, Is.EqualTo(2));
    }

    private Task<Representation> MakeAsync() =>
        Task.FromResult(new Representation(new[] { (byte)++made }, "application/json"));
}
