using Shared.Application;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>A subscriber whose database is away for long loses no message.</summary>
[TestFixture]
internal sealed class OutageTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task A_database_that_is_out_of_reach_for_minutes_parks_no_message()
    {
        var outage = true;
        module.Faults.OfHandler = _ => outage ? new StorageUnavailableException("full") : null;
        await module.AddAsync("tea");
        await module.StartRelayAsync();
        await module.UntilAsync(() => Task.FromResult(module.Faults.Tries.Count >= 10), Minute);
        outage = false;
        await module.UntilNothingWaitsAsync(Minute);

        Assert.That(await module.SightingsAsync(), Is.EqualTo(["tea"]));
    }
}
