using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Ends a session for good. To end one that is over is no error.</summary>
/// <param name="Token">What the browser sent.</param>
public sealed record SignOut(string? Token) : ICommand<Success>
{
    /// <summary>Without the token, which must not get into a log.</summary>
    public override string ToString() => nameof(SignOut);
}

internal sealed class SignOutValidator : AbstractValidator<SignOut>
{
    public SignOutValidator() => RuleFor(command => command.Token).MustBe(SessionToken.Parse);
}

internal sealed class SignOutHandler(ISessionRepository sessions) : ICommandHandler<SignOut, Success>
{
    public async Task<ErrorOr<Success>> Handle(SignOut command, CancellationToken cancellationToken)
    {
        var token = SessionToken.Parse(command.Token).Value;
        if (await sessions.FindAsync(token.Hash, cancellationToken) is { } session)
        {
            session.End();
            sessions.Remove(session);
        }
        return Result.Success;
    }
}
