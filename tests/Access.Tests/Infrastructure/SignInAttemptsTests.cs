using Access.Infrastructure.Passwords;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Access.Tests.Infrastructure;

/// <summary>What failures lock, and for whom.</summary>
[TestFixture]
internal sealed class SignInAttemptsTests
{
    private readonly FakeTimeProvider clock = new();
    private SignInAttempts attempts = null!;

    [SetUp]
    public void Make() =>
        attempts = new(
            new PasswordSettings { FailuresByName = 3, FailuresByAddress = 5 },
            clock,
            NullLogger<SignInAttempts>.Instance
        );

    [Test]
    public void A_name_is_locked_for_the_address_that_failed_and_for_no_other()
    {
        Fail("anna", "a", 3);

        Assert.That(attempts.IsLocked("anna", "a"), Is.True);
        Assert.That(attempts.IsLocked("anna", "b"), Is.False);
        Assert.That(attempts.IsLocked("bert", "a"), Is.False);
    }

    [Test]
    public void An_address_that_fails_with_many_names_is_barred()
    {
        for (var i = 0; i < 5; i++)
            Fail($"name-{i}", "a", 1);

        Assert.That(attempts.IsBarred("a"), Is.True);
        Assert.That(attempts.IsBarred("b"), Is.False);
    }

    [Test]
    public void A_lock_ends_when_its_time_is_over_however_often_somebody_knocks()
    {
        Fail("anna", "a", 3);
        clock.Advance(TimeSpan.FromMinutes(14));
        Fail("anna", "a", 1);
        Assert.That(attempts.IsLocked("anna", "a"), Is.True);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(attempts.IsLocked("anna", "a"), Is.False);
    }

    [Test]
    public void A_success_forgets_the_failures_of_the_name_but_not_those_of_the_address()
    {
        for (var i = 0; i < 2; i++)
        {
            Fail("anna", "a", 2);
            attempts.Succeeded("anna", "a");
        }
        Assert.That(attempts.IsLocked("anna", "a"), Is.False);
        Fail("bert", "a", 1);

        Assert.That(attempts.IsBarred("a"), Is.True);
    }

    [Test]
    public void What_is_over_is_forgotten_when_there_is_much_of_it()
    {
        for (var i = 0; i < 12_000; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            Fail("anna", $"address-{i}", 1);
        }

        Assert.That(attempts.Count, Is.LessThan(12_000));
    }

    private void Fail(string name, string client, int times)
    {
        for (var i = 0; i < times; i++)
            attempts.Failed(name, client, user: null);
    }
}
