namespace Access.Api.Pages;

/// <summary>The form to sign in, as a page shows it.</summary>
/// <param name="Next">Where to go afterwards, as the link said.</param>
/// <param name="Name">The name that was typed. The password is typed again.</param>
/// <param name="Error">Why it did not work.</param>
public sealed record LoginForm(string? Next, string? Name, string? Error)
{
    /// <summary>Whose password was right, where only the passkey is missing.</summary>
    public string? Beside { get; init; }
}
