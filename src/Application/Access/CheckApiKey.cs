using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Says whose key a token is. Answers from memory, and a mistyped token without even looking there.</summary>
/// <param name="Token">What the client sent.</param>
public sealed record CheckApiKey(string? Token) : IQuery<CheckedApiKey>
{
    /// <summary>Without the token, which must not get into a log.</summary>
    public override string ToString() => nameof(CheckApiKey);
}

/// <summary>A key that opens something.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do.</param>
public sealed record CheckedApiKey(string Id, string Name, IReadOnlyList<string> Scopes);

internal sealed class CheckApiKeyValidator : AbstractValidator<CheckApiKey>
{
    public CheckApiKeyValidator() => RuleFor(query => query.Token).MustBe(KeyToken.Parse);
}

internal sealed class CheckApiKeyHandler(IApiKeyCatalogue catalogue, IUses<ApiKeyId> uses, TimeProvider clock)
    : IQueryHandler<CheckApiKey, CheckedApiKey>
{
    // Compared with where there is no key, so that both take the same time.
    private static readonly SecretHash Nobody = SecretHash.Of("");

    public async Task<ErrorOr<CheckedApiKey>> Handle(CheckApiKey query, CancellationToken cancellationToken)
    {
        var token = KeyToken.Parse(query.Token).Value;
        var key = (await catalogue.ReadAsync(cancellationToken)).Find(token.Id);
        if (!token.Hash.Matches(key?.SecretHash ?? Nobody) || key is null)
            return ApiKeyErrors.Unknown.ToError();

        var now = clock.GetUtcNow();
        switch (key.StateAt(now))
        {
            case KeyState.Revoked:
                return ApiKeyErrors.Revoked.ToError();
            case KeyState.Expired:
                return ApiKeyErrors.Expired.ToError();
            default:
                uses.Note(key.Id, now);
                return new CheckedApiKey(key.Id.Value, key.Name, key.Scopes);
        }
    }
}
