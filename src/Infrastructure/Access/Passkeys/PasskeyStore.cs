using System.Buffers.Text;
using Access.Domain;
using Microsoft.AspNetCore.Identity;

namespace Access.Infrastructure.Passkeys;

/// <summary>
/// What ASP.NET Core Identity needs to know of users to check passkeys: it finds them here and changes nothing. Changes are
/// the business of the aggregate and its unit of work.
/// </summary>
internal sealed class PasskeyStore(IUserRepository users) : IUserPasskeyStore<User>
{
    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Name.Value);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NameKey);

    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? users.FindAsync(new UserId(id), cancellationToken)
            : Task.FromResult<User?>(null);

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        UserName.Create(normalizedUserName) is { IsSuccess: true } name
            ? users.FindAsync(name.Value, cancellationToken)
            : Task.FromResult<User?>(null);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(InfoOf)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        User user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            user.FindPasskey(Base64Url.EncodeToString(credentialId)) is { } passkey ? InfoOf(passkey) : null
        );

    public Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        users.WithPasskeyAsync(Base64Url.EncodeToString(credentialId), cancellationToken);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public void Dispose()
    {
        // The repository belongs to the scope.
    }

    /// <summary>The public half of a passkey as the domain keeps it.</summary>
    public static PasskeyCredential CredentialOf(UserPasskeyInfo info) =>
        new(
            Base64Url.EncodeToString(info.CredentialId),
            info.PublicKey,
            info.SignCount,
            info.Transports ?? [],
            info.IsUserVerified,
            info.IsBackupEligible,
            info.IsBackedUp
        );

    private static UserPasskeyInfo InfoOf(Passkey passkey) =>
        new(
            Base64Url.DecodeFromChars(passkey.Credential.Id),
            passkey.Credential.PublicKey,
            passkey.AddedAt,
            passkey.Credential.SignCount,
            [.. passkey.Credential.Transports],
            passkey.Credential.IsUserVerified,
            passkey.Credential.IsBackupEligible,
            passkey.Credential.IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        );

    private static NotSupportedException ReadOnly() => new("Users are changed by their aggregate only.");
}
