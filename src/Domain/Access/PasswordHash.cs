using Shared.Domain;

namespace Access.Domain;

/// <summary>All that is stored of a password.</summary>
public sealed record PasswordHash
{
    private PasswordHash(string value, bool standsAlone) => (Value, StandsAlone) = (value, standsAlone);

    /// <summary>The salted hash with the figures that it was made with, as the hasher writes it.</summary>
    public string Value { get; }

    /// <summary>Whether the password was long enough where no passkey is asked for (<see cref="Password.StandsAlone"/>).</summary>
    public bool StandsAlone { get; }

    /// <summary>Takes a hash that a hasher made.</summary>
    /// <returns>The hash, or the failure <c>user.password.hash.invalid</c>.</returns>
    public static Result<PasswordHash> Create(string? text, bool standsAlone) =>
        string.IsNullOrEmpty(text) ? PasswordErrors.HashInvalid : new PasswordHash(text, standsAlone);

    /// <summary>Says nothing: a hash has no business in a log.</summary>
    public override string ToString() => nameof(PasswordHash);
}
