using System.Security.Cryptography;
using Access.Application;
using Access.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Access.Infrastructure.Passkeys;

/// <summary>
/// Lets ASP.NET Core Identity speak WebAuthn. A passkey that is all that is asked for must know its owner (by a finger, a
/// face or a PIN); beside a password it need not.
/// </summary>
internal sealed class IdentityPasskeys(
    UserManager<User> users,
    IDataProtectionProvider protection,
    AnsweredQuestions answered,
    ILogger<IdentityPasskeys> logger
) : IPasskeys
{
    private const string New = "new";
    private const string Alone = "alone";
    private const string Beside = "beside a password";
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    public async Task<PasskeyQuestion> AskForNewAsync(User user, string host)
    {
        ArgumentNullException.ThrowIfNull(user);
        var entity = new PasskeyUserEntity
        {
            Id = user.Id.ToString(),
            Name = user.Name.Value,
            DisplayName = user.Name.Value,
        };
        var asked = await Handler("preferred").MakeCreationOptionsAsync(entity, ContextOf(host));
        return new PasskeyQuestion(asked.CreationOptionsJson, Protect(New, user, asked.AttestationState!));
    }

    public async Task<PasskeyCredential?> CheckNewAsync(User user, PasskeyAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Credential is null || Unprotect(New, answer.State) is not { } state || state.Stamp != user.Stamp)
            return null;
        var result = await Handler("preferred")
            .PerformAttestationAsync(
                new()
                {
                    HttpContext = ContextOf(answer.Host),
                    CredentialJson = answer.Credential,
                    AttestationState = state.Text,
                }
            );
        if (result.Succeeded)
            return PasskeyStore.CredentialOf(result.Passkey);
        logger.LogWarning(result.Failure, "A new passkey of the user {User} was not accepted", user.Id);
        return null;
    }

    public async Task<PasskeyQuestion> AskAsync(User? beside, string host)
    {
        var asked = await Handler(beside is null ? "required" : "preferred")
            .MakeRequestOptionsAsync(beside, ContextOf(host));
        return new PasskeyQuestion(
            asked.RequestOptionsJson,
            Protect(beside is null ? Alone : Beside, beside, asked.AssertionState!)
        );
    }

    public async Task<PasskeyProof?> CheckAsync(PasskeyAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var beside = Unprotect(Beside, answer.State);
        if (answer.Credential is null || (beside ?? Unprotect(Alone, answer.State)) is not { } state)
            return null;
        var result = await Handler(beside is null ? "required" : "preferred")
            .PerformAssertionAsync(
                new()
                {
                    HttpContext = ContextOf(answer.Host),
                    CredentialJson = answer.Credential,
                    AssertionState = state.Text,
                }
            );
        // A password that was changed since it was right is right no longer.
        if (
            result.Succeeded
            && (beside is null || beside.Stamp == result.User.Stamp)
            && answered.Take(state.Text, GoodFor)
        )
            return new PasskeyProof(result.User, PasskeyStore.CredentialOf(result.Passkey));
        logger.LogWarning(result.Failure, "A passkey was not accepted");
        return null;
    }

    /// <summary>The framework's handler takes from a request the name of the host only, and the rest from options.</summary>
    private PasskeyHandler<User> Handler(string userVerification) =>
        new(
            users,
            Options.Create(
                new IdentityPasskeyOptions
                {
                    UserVerificationRequirement = userVerification,
                    ResidentKeyRequirement = "preferred",
                    AuthenticatorTimeout = GoodFor,
                    ValidateOrigin = IsOurs,
                }
            )
        );

    private static DefaultHttpContext ContextOf(string host) => new() { Request = { Host = new HostString(host) } };

    /// <summary>A page of this host, over HTTPS or on the machine itself, and not in the frame of another one.</summary>
    private static ValueTask<bool> IsOurs(PasskeyOriginValidationContext context) =>
        new(
            !context.CrossOrigin
                && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
                && new HostString(origin.Authority) == context.HttpContext.Request.Host
                && (origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback)
        );

    private string Protect(string purpose, User? user, string state) =>
        Protector(purpose).Protect($"{user?.Stamp}\n{state}", GoodFor);

    private State? Unprotect(string purpose, string? text)
    {
        try
        {
            return Protector(purpose).Unprotect(text ?? "").Split('\n', 2) is [var stamp, var state]
                ? new State(stamp, state)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) =>
        protection.CreateProtector("Access.Passkeys", purpose).ToTimeLimitedDataProtector();

    private sealed record State(string Stamp, string Text);
}
