using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Makes a key worthless, for good. To revoke one that was revoked before is no error.</summary>
/// <param name="Id">The key's identity.</param>
public sealed record RevokeApiKey(string? Id) : ICommand<RevokedApiKey>;

/// <summary>The key, and since when it is worthless.</summary>
public sealed record RevokedApiKey(string Id, string Name, DateTimeOffset RevokedAt);

internal sealed class RevokeApiKeyValidator : AbstractValidator<RevokeApiKey>
{
    public RevokeApiKeyValidator() => RuleFor(command => command.Id).MustBe(ApiKeyId.Create);
}

internal sealed class RevokeApiKeyHandler(IApiKeyRepository keys, TimeProvider clock)
    : ICommandHandler<RevokeApiKey, RevokedApiKey>
{
    public async Task<ErrorOr<RevokedApiKey>> Handle(RevokeApiKey command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await keys.FindAsync(ApiKeyId.Create(command.Id).Value, cancellationToken) is not { } key)
            return ApiKeyErrors.NotFound.ToError();
        key.Revoke(now);
        return new RevokedApiKey(key.Id.Value, key.Name.Value, key.RevokedAt ?? now);
    }
}
