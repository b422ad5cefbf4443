using System.Security.Cryptography;
using Shared.Domain;

namespace Access.Domain;

/// <summary>What a browser shows to be let in again: 43 random digits and letters (256 bits). Only its hash is stored.</summary>
public sealed class SessionToken
{
    private const int Length = 43;

    private readonly string text;

    private SessionToken(string text) => this.text = text;

    /// <summary>What is stored of it.</summary>
    public SecretHash Hash => SecretHash.Of(text);

    /// <summary>Makes the one and only token of a new session.</summary>
    public static SessionToken New() => new(RandomNumberGenerator.GetString(Base62.Digits, Length));

    /// <summary>Reads what a browser sent.</summary>
    /// <returns>The token, or the failure <c>session.unknown</c>.</returns>
    public static Result<SessionToken> Parse(string? text) =>
        text is { Length: Length } && Base62.IsWritten(text) ? new SessionToken(text) : SessionErrors.Unknown;

    /// <summary>The token for the browser.</summary>
    public string Reveal() => text;

    /// <summary>Says nothing: it must not get into a log.</summary>
    public override string ToString() => nameof(SessionToken);
}

/// <summary>The expected failures of sessions.</summary>
public static class SessionErrors
{
    /// <summary>There is no such session, it has ended, or its user is not let in any more.</summary>
    [Remedy("Sign in again.")]
    public static readonly Failure Unknown = new(
        "session.unknown",
        FailureKind.Invalid,
        "There is no such session any more."
    );
}
