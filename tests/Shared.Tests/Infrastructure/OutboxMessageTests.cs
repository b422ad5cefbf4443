using Shared.Infrastructure.Integration;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>When a message that failed comes again.</summary>
[TestFixture]
internal sealed class OutboxMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_new_message_is_due_at_once()
    {
        var message = OutboxMessage.Of(new BoxWasLabelled(Guid.Empty, "tea"), "7", Now);

        Assert.Multiple(() =>
        {
            Assert.That(message.NextAttemptAt, Is.Null);
            Assert.That(message.Attempts, Is.Zero);
            Assert.That(message.SentAt, Is.Null);
            Assert.That(message.ParkedAt, Is.Null);
        });
    }

    [Test]
    public void The_pause_after_each_failure_is_twice_as_long_and_the_last_failure_parks()
    {
        var message = OutboxMessage.Of(new BoxWasLabelled(Guid.Empty, "tea"), "7", Now);
        var now = Now;
        for (var attempt = 1; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            Assert.That(message.ParkedAt, Is.Null, $"before failure {attempt}");
            message.MarkFailed(new FormatException("no"), now);
            Assert.That(message.Attempts, Is.EqualTo(attempt));
            Assert.That(message.NextAttemptAt - now, Is.EqualTo(TimeSpan.FromMilliseconds(100 << attempt)));
            now = message.NextAttemptAt!.Value;
        }

        Assert.That(message.ParkedAt, Is.Not.Null);
        Assert.That(message.LastError, Is.EqualTo("FormatException: no"));
        Assert.That(message.ParkedAt - Now, Is.EqualTo(TimeSpan.FromSeconds(102.2)));
    }
}
