using Shared.Domain;

namespace Access.Domain;

/// <summary>An address for mail: something before and something after one @, in one word of at most 254 characters.</summary>
public sealed record EmailAddress
{
    /// <summary>The longest address: what SMTP carries.</summary>
    public const int MaxLength = 254;

    private EmailAddress(string value) => Value = value;

    /// <summary>The address as it was given.</summary>
    public string Value { get; }

    /// <summary>Makes an address from what somebody wrote. Whether mail arrives there only a mail can tell.</summary>
    /// <returns>The address, or failures with codes <c>user.email.*</c>.</returns>
    public static Result<EmailAddress> Create(string? text)
    {
        var (address, failures) = PlainText.Check(text, "user.email", MaxLength);
        if (failures.Count > 0)
            return failures;
        return
            address.Split('@') is [{ Length: > 0 }, { Length: > 0 } host]
            && !address.Any(char.IsWhiteSpace)
            && host[0] != '.'
            && host[^1] != '.'
            ? new EmailAddress(address)
            : UserErrors.EmailInvalid;
    }

    public override string ToString() => Value;
}
