using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Shared.Application;

namespace Access.Infrastructure.Passwords;

/// <summary>How passwords are hashed, and how often somebody may try: the configuration section <c>Access</c>.</summary>
internal sealed record PasswordSettings
{
    /// <summary>The iterations of PBKDF2 with HMAC-SHA512. Stored hashes with fewer are made anew at the next sign-in.</summary>
    [Range(220_000, 100_000_000)]
    public int PasswordIterations { get; init; } = 220_000;

    /// <summary>How many wait while a password is hashed. Those beyond are answered 429 after a second.</summary>
    [Range(0, 1000)]
    public int PasswordQueue { get; init; } = 8;

    /// <summary>How often a name may be tried in vain from one address before it is locked there.</summary>
    [Range(1, 1000)]
    public int FailuresByName { get; init; } = 5;

    /// <summary>How often an address may fail, with whatever names, before it may try none.</summary>
    [Range(1, 100_000)]
    public int FailuresByAddress { get; init; } = 30;

    /// <summary>For how long failures count, and for how long they lock.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LockTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidSettingException">A value in it makes no sense.</exception>
    public static PasswordSettings From(IConfiguration configuration) =>
        Settings.Read("Access", configuration.GetSection("Access").Get<PasswordSettings>);
}
