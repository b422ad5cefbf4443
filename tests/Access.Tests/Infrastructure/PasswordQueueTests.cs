using Access.Application;
using Access.Domain;
using Access.Infrastructure.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Access.Tests.Infrastructure;

/// <summary>Passwords are hashed one at a time, slowly, and always with the same work.</summary>
[TestFixture]
internal sealed class PasswordQueueTests
{
    private static readonly Password Right = Password.Typed("some seven quiet herons")!;
    private static readonly Password Wrong = Password.Typed("some eight quiet herons")!;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task One_has_its_turn_a_few_wait_and_the_others_are_sent_away_after_a_second()
    {
        var clock = new WatchedClock();
        using var queue = Queue(new CountingHasher(), waiting: 2, clock: clock);
        var first = await queue.EnterAsync(default);
        var second = queue.EnterAsync(default);
        var third = queue.EnterAsync(default);

        var fourth = queue.EnterAsync(default);
        Assert.That(await clock.NextTimer.WaitAsync(Patience), Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(fourth.IsCompleted, Is.False, "else it would come again at once");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await fourth.WaitAsync(Patience), Is.Null);
        Assert.That((second.IsCompleted, third.IsCompleted), Is.EqualTo((false, false)));
        first!.Dispose();
        (await second)!.Dispose();
        (await third)!.Dispose();
        Assert.That(await queue.EnterAsync(default), Is.Not.Null, "all left");
    }

    [TestCase(150, 0, 150)]
    [TestCase(0, 150, 150)]
    [TestCase(150, 150, 300)]
    [TestCase(900, 900, 1000)]
    public async Task While_others_wait_the_processor_rests_as_long_as_it_has_hashed_but_a_second_at_most(
        int check,
        int hash,
        int rest
    )
    {
        var clock = new WatchedClock();
        var hasher = new CountingHasher();
        using var queue = Queue(hasher, clock: clock);
        var first = await queue.EnterAsync(default);
        var second = queue.EnterAsync(default);
        hasher.Working = () => clock.Advance(TimeSpan.FromMilliseconds(check));
        first!.Check(null, Right);
        hasher.Working = () => clock.Advance(TimeSpan.FromMilliseconds(hash));
        first.Hash(Right);
        first.Dispose();

        Assert.That(await clock.NextTimer.WaitAsync(Patience), Is.EqualTo(TimeSpan.FromMilliseconds(rest)));
        Assert.That(second.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromMilliseconds(rest));
        (await second.WaitAsync(Patience))!.Dispose();
    }

    [Test]
    public async Task What_a_turn_waits_for_other_things_is_no_work_to_rest_from()
    {
        var clock = new WatchedClock();
        var hasher = new CountingHasher { Working = () => clock.Advance(TimeSpan.FromMilliseconds(150)) };
        using var queue = Queue(hasher, clock: clock);
        var first = await queue.EnterAsync(default);
        var second = queue.EnterAsync(default);
        clock.Advance(TimeSpan.FromSeconds(30));
        first!.Check(null, Right);
        clock.Advance(TimeSpan.FromSeconds(30));
        first.Dispose();

        Assert.That(await clock.NextTimer.WaitAsync(Patience), Is.EqualTo(TimeSpan.FromMilliseconds(150)));
        Assert.That(second.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromMilliseconds(150));
        (await second.WaitAsync(Patience))!.Dispose();
    }

    [Test]
    public async Task Where_nobody_waits_there_is_no_rest()
    {
        var clock = new WatchedClock();
        var hasher = new CountingHasher { Working = () => clock.Advance(TimeSpan.FromMilliseconds(150)) };
        using var queue = Queue(hasher, clock: clock);
        var first = await queue.EnterAsync(default);
        first!.Hash(Right);
        first.Dispose();

        Assert.That(queue.EnterAsync(default).IsCompleted);
    }

    [Test]
    public async Task Whoever_gives_up_waiting_leaves_room()
    {
        using var queue = Queue(new CountingHasher(), waiting: 1);
        using var first = await queue.EnterAsync(default);
        using var gone = new CancellationTokenSource();
        var waiting = queue.EnterAsync(gone.Token);
        await gone.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(queue.EnterAsync(default).IsCompleted, Is.False, "it waits, and was not sent away");
    }

    [Test]
    public async Task Every_check_hashes_once_whatever_is_missing_or_wrong()
    {
        var hasher = new CountingHasher();
        using var queue = Queue(hasher);
        using var turn = await queue.EnterAsync(default);
        var stored = turn!.Hash(Right);
        (PasswordHash?, Password?)[] checks =
        [
            (stored, Right),
            (stored, Wrong),
            (stored, null),
            (null, Right),
            (null, null),
        ];
        foreach (var (hash, shown) in checks)
        {
            hasher.Work = 0;
            turn.Check(hash, shown);
            Assert.That(hasher.Work, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Hashes_are_PBKDF2_with_SHA512_and_220000_iterations_or_more()
    {
        using var queue = Queue(Hasher(new PasswordSettings().PasswordIterations));
        using var turn = await queue.EnterAsync(default);
        var written = Convert.FromBase64String(turn!.Hash(Right).Value);

        var pseudoRandomFunction = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(written.AsSpan(1));
        var iterations = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(written.AsSpan(5));
        Assert.That((written[0], pseudoRandomFunction), Is.EqualTo((1, 2)));
        Assert.That(iterations, Is.GreaterThanOrEqualTo(220_000));
    }

    [Test]
    public async Task A_hash_with_fewer_iterations_is_right_but_weak()
    {
        using var weak = Queue(Hasher(1_000));
        using var turn = await weak.EnterAsync(default);
        var stored = turn!.Hash(Right);
        using var strong = Queue(Hasher(2_000));
        using var later = await strong.EnterAsync(default);

        Assert.That(turn.Check(stored, Right), Is.EqualTo(PasswordCheck.Right));
        Assert.That(later!.Check(stored, Right), Is.EqualTo(PasswordCheck.RightButWeak));
        Assert.That(later.Check(stored, Wrong), Is.EqualTo(PasswordCheck.Wrong));
    }

    [TestCase("123456789987654321", true)]
    [TestCase("PasswordPassword", true)]
    [TestCase("letmein1", true)]
    [TestCase("some seven quiet herons", false)]
    public void The_bundled_list_knows_what_is_tried_first_in_any_case(string text, bool isCommon) =>
        Assert.That(new CommonPasswords().Contains(Password.Typed(text)!), Is.EqualTo(isCommon));

    private static PasswordQueue Queue(IPasswordHasher<User> hasher, int waiting = 8, TimeProvider? clock = null) =>
        new(hasher, new PasswordSettings { PasswordQueue = waiting }, clock ?? TimeProvider.System);

    private static PasswordHasher<User> Hasher(int iterations) =>
        new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));

    private sealed class CountingHasher : IPasswordHasher<User>
    {
        public int Work { get; set; }

        /// <summary>What happens meanwhile.</summary>
        public Action Working { get; set; } = () => { };

        public string HashPassword(User user, string password)
        {
            Work++;
            Working();
            return password;
        }

        public PasswordVerificationResult VerifyHashedPassword(
            User user,
            string hashedPassword,
            string providedPassword
        )
        {
            Work++;
            Working();
            return hashedPassword == providedPassword
                ? PasswordVerificationResult.Success
                : PasswordVerificationResult.Failed;
        }
    }

    /// <summary>Time stands still, and tells how long somebody is going to wait.</summary>
    private sealed class WatchedClock : FakeTimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TimeSpan> NextTimer => timer.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var made = base.CreateTimer(callback, state, dueTime, period);
            timer.TrySetResult(dueTime);
            return made;
        }
    }
}
