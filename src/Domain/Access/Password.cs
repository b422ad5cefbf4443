using System.Text;
using Shared.Domain;

namespace Access.Domain;

/// <summary>
/// A password as somebody chose it, until it is hashed. It may have any characters; what counts is its length: 15, or 8
/// where a passkey is asked for beside it. (NIST SP 800-63B-4, section 3.1.1.)
/// </summary>
public sealed class Password
{
    /// <summary>The shortest password where nothing else is asked for, in Unicode code points.</summary>
    public const int MinLengthAlone = 15;

    /// <summary>The shortest password of somebody who also has a passkey.</summary>
    public const int MinLengthBesidePasskey = 8;

    /// <summary>The longest password. Nobody types more, and all of it is hashed.</summary>
    public const int MaxLength = 256;

    private readonly string text;

    private Password(string text) => this.text = text;

    /// <summary>Whether it is long enough where nothing else is asked for.</summary>
    public bool StandsAlone => PlainText.Length(text) >= MinLengthAlone;

    /// <summary>Takes a password that somebody chooses.</summary>
    /// <param name="text">What they typed; no character of it is dropped.</param>
    /// <param name="isBesidePasskey">Whether they have a passkey.</param>
    /// <returns>The password, or a failure with a code <c>user.password.*</c>.</returns>
    public static Result<Password> Create(string? text, bool isBesidePasskey)
    {
        if (string.IsNullOrEmpty(text))
            return PasswordErrors.Required;
        if (Typed(text) is not { } password)
            return PasswordErrors.Malformed;
        var least = isBesidePasskey ? MinLengthBesidePasskey : MinLengthAlone;
        var length = PlainText.Length(password.text);
        if (length < least)
            return PasswordErrors.TooShort(least);
        return length <= MaxLength ? password : PasswordErrors.TooLong(MaxLength);
    }

    /// <summary>Takes a password that somebody shows, which need not keep to any rule.</summary>
    /// <returns>The password; <see langword="null"/> for what cannot be one.</returns>
    public static Password? Typed(string? text)
    {
        if (text is null || PlainText.Length(text) > MaxLength || !IsWellFormed(text))
            return null;
        // The same password typed on another keyboard may come in another Unicode form.
        return new Password(text.Normalize(NormalizationForm.FormKC));
    }

    /// <summary>Whether it is the word itself, in any case: a name that everybody knows is no secret.</summary>
    public bool Is(string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is one character over and over.</summary>
    public bool IsOneCharacter => text.EnumerateRunes().Distinct().Count() == 1;

    /// <summary>The text, for what hashes or compares it.</summary>
    public string Reveal() => text;

    /// <summary>Says nothing: it must not get into a log.</summary>
    public override string ToString() => nameof(Password);

    private static bool IsWellFormed(string text) =>
        !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || rune.Value == 0);
}
