using Access.Application;
using Access.Domain;
using ErrorOr;
using Microsoft.Extensions.Time.Testing;
using Shared.Application;

namespace Access.Tests.Application;

/// <summary>What happens to a user between the check of the password and the session that it opens.</summary>
[TestFixture]
internal sealed class SignInRaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly UserId Anna = UserId.New(Now);
    private static readonly SessionRules Rules = new(TimeSpan.FromHours(12), TimeSpan.FromHours(1));

    [Test]
    public async Task Who_is_as_before_gets_a_session_and_a_stronger_hash()
    {
        var user = NewUser("weak");
        var world = new World(user, user);

        var signedIn = await world.SignInAsync();

        Assert.That(signedIn.Value.Session, Is.Not.Null);
        Assert.That((world.Opened, user.Password), Is.EqualTo((1, Hash("strong"))));
    }

    [Test]
    public async Task A_password_that_is_replaced_meanwhile_stays_and_the_old_one_opens_nothing()
    {
        var replaced = NewUser("replaced");
        var world = new World(NewUser("weak"), replaced);

        var signedIn = await world.SignInAsync();

        Assert.That(signedIn.FirstError.Code, Is.EqualTo(UserErrors.SignInFailed.Code));
        Assert.That((world.Opened, replaced.Password), Is.EqualTo((0, Hash("replaced"))));
    }

    [Test]
    public async Task Who_is_removed_meanwhile_gets_no_session()
    {
        var world = new World(NewUser("weak"), null);

        var signedIn = await world.SignInAsync();

        Assert.That(signedIn.FirstError.Code, Is.EqualTo(UserErrors.SignInFailed.Code));
        Assert.That(world.Opened, Is.Zero);
    }

    private static PasswordHash Hash(string text) => PasswordHash.Create(text, standsAlone: true).Value;

    private static User NewUser(string hash)
    {
        var name = UserName.Create("anna").Value;
        var facts = new UserFacts(name, null, IsActive: true, IsStaff: true, IsSuperuser: false, [], []);
        return User.Create(Anna, facts, Hash(hash), Now);
    }

    /// <summary>All that the handler uses: the user is one thing when the password is checked, and another afterwards.</summary>
    private sealed class World(User checkedUser, User? later)
        : IUserRepository,
            ISessionRepository,
            IPasswords,
            IPasswordTurn,
            ISignInAttempts,
            IUnitOfWorkProvider,
            IUnitOfWork
    {
        public int Opened { get; private set; }

        public Task<ErrorOr<SignedIn>> SignInAsync() =>
            new SignInHandler(this, this, this, this, this, Rules, new FakeTimeProvider(Now)).Handle(
                new SignIn("anna", "a password that is long", "127.0.0.1"),
                CancellationToken.None
            );

        Task<User?> IUserRepository.FindAsync(UserName name, CancellationToken cancellationToken) =>
            Task.FromResult<User?>(checkedUser);

        Task<User?> IUserRepository.FindAsync(UserId id, CancellationToken cancellationToken) => Task.FromResult(later);

        void ISessionRepository.Add(Session session) => Opened++;

        Task<IPasswordTurn?> IPasswords.EnterAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IPasswordTurn?>(this);

        PasswordHash IPasswordTurn.Hash(Password password) => Hash("strong");

        PasswordCheck IPasswordTurn.Check(PasswordHash? stored, Password? shown) => PasswordCheck.RightButWeak;

        bool ISignInAttempts.IsBarred(string client) => false;

        bool ISignInAttempts.IsLocked(string name, string client) => false;

        void ISignInAttempts.Failed(string name, string client, UserId? user) { }

        void ISignInAttempts.Succeeded(string name, string client) { }

        IUnitOfWork IUnitOfWorkProvider.Of(string module) => this;

        Task<ErrorOr<T>> IUnitOfWork.ExecuteAsync<T>(
            Func<CancellationToken, Task<ErrorOr<T>>> work,
            CancellationToken cancellationToken
        ) => work(cancellationToken);

        public void Dispose() { }

        Task<bool> IUserRepository.AnotherSuperuserIsActiveAsync(UserId except, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        Task<IReadOnlyList<User>> IUserRepository.InGroupAsync(GroupId group, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        Task<User?> IUserRepository.WithPasskeyAsync(string credentialId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        void IUserRepository.Add(User user) => throw new NotSupportedException();

        void IUserRepository.Remove(User user) => throw new NotSupportedException();

        Task<Session?> ISessionRepository.FindAsync(SessionId id, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        Task<Session?> ISessionRepository.FindAsync(SecretHash tokenHash, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        void ISessionRepository.Remove(Session session) => throw new NotSupportedException();
    }
}
