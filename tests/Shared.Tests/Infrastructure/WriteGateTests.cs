using Microsoft.Extensions.Logging.Abstractions;
using Shared.Application;
using Shared.Infrastructure.DataAccess;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>One writer at a time, and none waits for ever.</summary>
[TestFixture]
internal sealed class WriteGateTests
{
    [Test]
    public async Task Writers_enter_one_at_a_time()
    {
        using var gate = GateOf(StorageProvider.Sqlite, TimeSpan.FromSeconds(20));
        var (inside, most) = (0, 0);

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        using var turn = await gate.EnterAsync(CancellationToken.None);
                        most = Math.Max(most, Interlocked.Increment(ref inside));
                        await Task.Yield();
                        Interlocked.Decrement(ref inside);
                    })
                )
        );

        Assert.That(most, Is.EqualTo(1));
        Assert.That(inside, Is.Zero);
    }

    [Test]
    public async Task A_writer_whose_turn_does_not_come_is_refused_and_the_next_one_is_not()
    {
        using var gate = GateOf(StorageProvider.Sqlite, TimeSpan.FromMilliseconds(20));
        using (await gate.EnterAsync(CancellationToken.None))
        {
            Assert.That(
                async () => await gate.EnterAsync(CancellationToken.None),
                Throws.TypeOf<StorageUnavailableException>()
            );
        }

        using var next = await gate.EnterAsync(CancellationToken.None);
        Assert.That(
            async () => await gate.EnterAsync(CancellationToken.None),
            Throws.TypeOf<StorageUnavailableException>(),
            "there is still one turn only"
        );
    }

    [Test]
    public async Task A_writer_that_goes_away_while_it_waits_takes_no_turn()
    {
        using var gate = GateOf(StorageProvider.Sqlite, TimeSpan.FromSeconds(20));
        using var gone = new CancellationTokenSource();
        var first = await gate.EnterAsync(CancellationToken.None);
        var waiting = gate.EnterAsync(gone.Token).AsTask();

        await gone.CancelAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());

        first.Dispose();
        Assert.That(gate.EnterAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public void PostgreSql_lets_all_writers_in_at_once()
    {
        using var gate = GateOf(StorageProvider.PostgreSql, TimeSpan.Zero);

        Assert.That(
            Enumerable
                .Range(0, 5)
                .Select(_ => gate.EnterAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully),
            Is.All.True
        );
    }

    private static WriteGate<BoxesDbContext> GateOf(StorageProvider provider, TimeSpan timeout) =>
        new(
            new StorageOptions { Provider = provider, WriteTimeout = timeout },
            NullLogger<WriteGate<BoxesDbContext>>.Instance
        );
}
