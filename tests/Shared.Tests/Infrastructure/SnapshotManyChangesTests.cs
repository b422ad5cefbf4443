using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>A statement takes only so many parameters; a snapshot takes any number of changes.</summary>
[TestFixture]
internal sealed class SnapshotManyChangesTests
{
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    private Task<BoxView> ReadAsync() => module.Boxes.ReadAsync(CancellationToken.None).AsTask();

    [Test]
    public async Task More_changes_than_a_statement_takes_parameters_are_loaded_too()
    {
        await ReadAsync();
        await module.AddAsync("one");
        module.Snapshot.Apply([.. Enumerable.Range(0, 40_000).Select(_ => Guid.NewGuid().ToString())]);

        Assert.That((await ReadAsync()).Labels.Values, Is.EqualTo(["one"]));
    }
}
