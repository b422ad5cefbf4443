using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Makes a key. The answer is the only place where its token is ever shown. Nobody gives a scope that they do not have.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do: one scope at least.</param>
/// <param name="ExpiresAt">From which moment on it is refused; <see langword="null"/> for never.</param>
public sealed record CreateApiKey(string? Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt)
    : ICommand<CreatedApiKey>;

/// <summary>The key as it was stored, and its token.</summary>
public sealed record CreatedApiKey(string Id, string Name, string Token)
{
    /// <summary>Without the token, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(CreatedApiKey)} {Id}";
}

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKey>
{
    public CreateApiKeyValidator()
    {
        RuleFor(command => command.Name).MustBe(ApiKeyName.Create);
        RuleForEach(command => command.Scopes).MustBe(Scope.Create);
    }
}

internal sealed class CreateApiKeyHandler(IApiKeyRepository keys, ICaller caller, TimeProvider clock)
    : ICommandHandler<CreateApiKey, CreatedApiKey>
{
    public Task<ErrorOr<CreatedApiKey>> Handle(CreateApiKey command, CancellationToken cancellationToken)
    {
        if (command.Scopes.FirstOrDefault(scope => !caller.May(scope)) is { } foreign)
            return Task.FromResult<ErrorOr<CreatedApiKey>>(
                (UserErrors.NotYoursToGive(foreign) with { Field = "scopes" }).ToError()
            );
        var token = KeyToken.New(ApiKeyId.New());
        var created = ApiKey.Create(
            token,
            ApiKeyName.Create(command.Name).Value,
            command.Scopes.Select(scope => Scope.Create(scope).Value),
            command.ExpiresAt,
            clock.GetUtcNow()
        );
        if (!created.IsSuccess)
            return Task.FromResult<ErrorOr<CreatedApiKey>>(created.Failures.Select(Errors.ToError).ToList());
        keys.Add(created.Value);
        return Task.FromResult<ErrorOr<CreatedApiKey>>(
            new CreatedApiKey(token.Id.Value, created.Value.Name.Value, token.Reveal())
        );
    }
}
