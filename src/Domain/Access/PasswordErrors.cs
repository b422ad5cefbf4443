using System.Globalization;
using Shared.Domain;

namespace Access.Domain;

/// <summary>The expected failures of <see cref="Password"/> and <see cref="PasswordHash"/>.</summary>
public static class PasswordErrors
{
    private const string Member = "password";

    [Remedy("Enter a password.")]
    public static readonly Failure Required = new(
        "user.password.required",
        FailureKind.Invalid,
        "A password is required."
    )
    {
        Field = Member,
    };

    [Remedy("Enter characters of a keyboard.")]
    public static readonly Failure Malformed = new(
        "user.password.malformed",
        FailureKind.Invalid,
        "The password has characters that nobody can type."
    )
    {
        Field = Member,
    };

    [Remedy("Put some more words into it.")]
    public static Failure TooShort(int least) =>
        new(
            "user.password.too_short",
            FailureKind.Invalid,
            $"The password must have {Text(least)} characters or more. Several words in a row are easy to remember."
        )
        {
            Field = Member,
        };

    [Remedy("Shorten it.")]
    public static Failure TooLong(int most) =>
        new(
            "user.password.too_long",
            FailureKind.Invalid,
            $"The password must not be longer than {Text(most)} characters."
        )
        {
            Field = Member,
        };

    [Remedy("Restore the database of the users from a backup.")]
    public static readonly Failure HashInvalid = new(
        "user.password.hash.invalid",
        FailureKind.Invalid,
        "A stored hash is not empty."
    );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
