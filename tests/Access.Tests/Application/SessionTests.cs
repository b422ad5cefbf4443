using Access.Application;
using Access.Domain;
using Microsoft.Extensions.Time.Testing;

namespace Access.Tests.Application;

/// <summary>Whom a session lets in, and until when.</summary>
[TestFixture]
internal sealed class SessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly SessionRules Rules = new(TimeSpan.FromHours(12), TimeSpan.FromHours(1));
    private static readonly UserId Anna = UserId.New(Start);
    private static readonly GroupId Editors = GroupId.New(Start);

    private readonly SessionToken token = SessionToken.New();

    [Test]
    public async Task A_session_says_who_it_is_and_what_they_may_do_by_groups_or_alone()
    {
        var world = new World(token);

        var answer = await world.CheckAsync(token);

        Assert.That((answer.Value.Id, answer.Value.Name), Is.EqualTo((Anna.ToString(), "anna")));
        Assert.That(answer.Value.Permissions, Is.EquivalentTo(new[] { "countries:add", "countries:change" }));
        Assert.That(world.LastOf(token.Hash), Is.EqualTo(Start));
    }

    [Test]
    public async Task What_lets_nobody_in_has_one_code_and_is_no_use()
    {
        World[] worlds =
        [
            new(token) { User = Record() with { IsActive = false } },
            new(token) { User = Record() with { IsStaff = false } },
            new(token) { User = Record() with { Stamp = "another" } },
            new(token) { User = Record() with { Id = UserId.New(Start) } },
            new(SessionToken.New()),
            new(token, ends: Start),
            new(token, lastSeen: Start - Rules.Idle),
        ];
        foreach (var world in worlds)
        {
            var answer = await world.CheckAsync(token);
            Assert.That(answer.FirstError.Code, Is.EqualTo("session.unknown"));
            Assert.That(world.LastOf(token.Hash), Is.Null);
        }
    }

    [Test]
    public async Task A_use_that_was_not_written_down_yet_counts()
    {
        var world = new World(token, lastSeen: Start - Rules.Idle);
        world.Note(token.Hash, Start.AddMinutes(-1));

        Assert.That((await world.CheckAsync(token)).IsError, Is.False);
    }

    [Test]
    public async Task A_use_that_is_written_down_while_the_picture_is_read_counts()
    {
        var world = new World(token, lastSeen: Start - Rules.Idle) { WritesUsesDownDuringRead = true };
        world.Note(token.Hash, Start.AddMinutes(-1));

        Assert.That((await world.CheckAsync(token)).IsError, Is.False);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("012345678901234567890123456789012345678901;")]
    public void What_is_no_token_is_told_without_looking(string? text) =>
        Assert.That(SessionToken.Parse(text).Failures.Single().Code, Is.EqualTo("session.unknown"));

    private static UserRecord Record() =>
        new(
            Anna,
            "anna",
            "anna",
            null,
            IsActive: true,
            IsStaff: true,
            IsSuperuser: false,
            [Editors, GroupId.New(Start)],
            ["countries:add"],
            HasPassword: true,
            null,
            [],
            "stamp",
            Start,
            Version: 1
        );

    private sealed class World(SessionToken token, DateTimeOffset? ends = null, DateTimeOffset? lastSeen = null)
        : ISessionCatalogue,
            IUserCatalogue,
            IGroupCatalogue,
            IUses<SecretHash>
    {
        private readonly Dictionary<SecretHash, DateTimeOffset> uses = [];

        public UserRecord User { get; init; } = Record();

        public bool WritesUsesDownDuringRead { get; init; }

        public SessionRecord Session { get; } =
            new(
                SessionId.New(Start),
                Anna,
                token.Hash,
                "stamp",
                ends ?? Start.AddHours(1),
                lastSeen ?? Start.AddMinutes(-1)
            );

        public Task<ErrorOr.ErrorOr<SignedInUser>> CheckAsync(SessionToken shown) =>
            new CheckSessionHandler(this, this, this, this, Rules, new FakeTimeProvider(Start)).Handle(
                new CheckSession(shown.Reveal()),
                CancellationToken.None
            );

        public void Note(SecretHash id, DateTimeOffset moment) => uses[id] = moment;

        public DateTimeOffset? LastOf(SecretHash id) => uses.TryGetValue(id, out var moment) ? moment : null;

        ValueTask<SessionCatalogue> ISessionCatalogue.ReadAsync(CancellationToken cancellationToken)
        {
            // The picture is as of the moment of the question: what is written down meanwhile is not in it.
            if (WritesUsesDownDuringRead)
                uses.Clear();
            return new(new SessionCatalogue([Session]));
        }

        ValueTask<UserCatalogue> IUserCatalogue.ReadAsync(CancellationToken cancellationToken) =>
            new(new UserCatalogue([User]));

        ValueTask<GroupCatalogue> IGroupCatalogue.ReadAsync(CancellationToken cancellationToken) =>
            new(new GroupCatalogue([new GroupRecord(Editors, "Editors", ["countries:change"], Version: 1)]));
    }
}
