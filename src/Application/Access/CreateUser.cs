using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Makes a user.</summary>
/// <param name="Draft">What is said of the user.</param>
/// <param name="Password">The password; <see langword="null"/> for a user who is given one later.</param>
public sealed record CreateUser(UserDraft Draft, string? Password) : ICommandWithOwnUnitOfWork<StoredUser>
{
    /// <summary>Without the password, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(CreateUser)} {Draft.Name}";
}

/// <summary>The user as it was stored.</summary>
public sealed record StoredUser(string Id, string Name);

internal sealed class CreateUserValidator : AbstractValidator<CreateUser>
{
    public CreateUserValidator(ICommonPasswords common)
    {
        RuleFor(command => command.Draft).MustPass(UserDraft.Check);
        RuleFor(command => command)
            .MustPass(command => common.Failures(command.Password, command.Draft.Name, command.Draft.Email))
            .When(command => command.Password is not null);
    }
}

internal sealed class CreateUserHandler(
    IUserRepository users,
    IGroupRepository groups,
    IPasswords passwords,
    IUnitOfWorkProvider work,
    ICaller caller,
    TimeProvider clock
) : ICommandHandler<CreateUser, StoredUser>
{
    public async Task<ErrorOr<StoredUser>> Handle(CreateUser command, CancellationToken cancellationToken)
    {
        PasswordHash? hash = null;
        if (command.Password is not null)
        {
            using var turn = await passwords.EnterAsync(cancellationToken);
            if (turn is null)
                return UserErrors.Busy.ToError();
            hash = turn.Hash(Password.Create(command.Password, isBesidePasskey: false).Value);
        }
        var facts = command.Draft.ToFacts();
        return await work.Of(ModuleName.Of<CreateUser>())
            .ExecuteAsync<StoredUser>(
                async token =>
                {
                    if (await users.FindAsync(facts.Name, token) is not null)
                        return UserErrors.NameTaken.ToError();
                    var joined = await groups.FindAsync(facts.Groups, token);
                    if (joined.Count != facts.Groups.Distinct().Count())
                        return UserErrors.UnknownGroup.ToError();
                    if (caller.RefusalOf(before: null, facts, joined) is { } refusal)
                        return refusal;
                    var now = clock.GetUtcNow();
                    var user = User.Create(UserId.New(now), facts, hash, now);
                    users.Add(user);
                    return new StoredUser(user.Id.ToString(), user.Name.Value);
                },
                cancellationToken
            );
    }
}
