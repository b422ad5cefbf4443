using Shared.Domain;

namespace Access.Domain;

/// <summary>The expected failures of users and of signing in, beside those of the value objects.</summary>
public static class UserErrors
{
    /// <summary>Another user has a name that compares equal (<see cref="UserName.Key"/>).</summary>
    public static readonly Failure NameTaken = new(
        "user.name.taken",
        FailureKind.Conflict,
        "A user of this name exists already."
    )
    {
        Field = "name",
    };

    /// <summary>There is no such user.</summary>
    public static readonly Failure NotFound = new(
        "user.not_found",
        FailureKind.NotFound,
        "There is no user of this name or id."
    );

    /// <summary>Somebody else changed the user in the meantime.</summary>
    public static readonly Failure Stale = new(
        "user.stale",
        FailureKind.Conflict,
        "The user was changed in the meantime. Read it again, then repeat your change."
    );

    /// <summary>Without this user nobody could do everything any more.</summary>
    public static readonly Failure LastSuperuser = new(
        "user.superuser.last",
        FailureKind.Conflict,
        "This is the last active superuser, who must stay: nobody else could put things right."
    );

    /// <summary>Only a superuser makes, changes or removes a superuser.</summary>
    public static readonly Failure SuperusersOnly = new(
        "user.superuser.only",
        FailureKind.Conflict,
        "Only a superuser can make, change or remove a superuser."
    );

    /// <summary>Somebody gives away what is not theirs.</summary>
    /// <param name="permission">The permission.</param>
    public static Failure NotYoursToGive(string permission) =>
        new(
            "permission.not_held",
            FailureKind.Conflict,
            $"You cannot give the permission {permission}, since you do not have it yourself."
        )
        {
            Field = "permissions",
            Detail = permission,
        };

    /// <summary>A group that there is not.</summary>
    public static readonly Failure UnknownGroup = new(
        "user.groups.unknown",
        FailureKind.Invalid,
        "There is no group with this id."
    )
    {
        Field = "groups",
    };

    /// <summary>A password that everybody tries first.</summary>
    public static readonly Failure CommonPassword = new(
        "user.password.common",
        FailureKind.Invalid,
        "This password is too well known: it is among the first that somebody would try."
    )
    {
        Field = "password",
    };

    /// <summary>The password that somebody shows to change it is not theirs.</summary>
    public static readonly Failure WrongPassword = new(
        "user.password.wrong",
        FailureKind.Invalid,
        "This is not your password."
    )
    {
        Field = "oldPassword",
    };

    /// <summary>The one answer to every sign-in that fails, whatever the reason.</summary>
    public static readonly Failure SignInFailed = new(
        "sign_in.failed",
        FailureKind.Invalid,
        "Please enter the correct username and password for a staff account. Note that both fields may be case-sensitive."
    );

    /// <summary>The address tried too often, with whatever names.</summary>
    public static readonly Failure TooManyTries = new(
        "sign_in.too_many",
        FailureKind.Conflict,
        "There were too many failed attempts from your address. Try again later."
    );

    /// <summary>Passwords are hashed one at a time, and others wait already.</summary>
    public static readonly Failure Busy = new(
        "password.busy",
        FailureKind.Conflict,
        "Too many passwords are being checked just now. Try again in a few seconds."
    );

    /// <summary>More passkeys than a user has.</summary>
    public static readonly Failure TooManyPasskeys = new(
        "passkey.too_many",
        FailureKind.Conflict,
        $"A user has at most {User.MaxPasskeys.ToString(System.Globalization.CultureInfo.InvariantCulture)} passkeys."
    );

    /// <summary>The user has no such passkey.</summary>
    public static readonly Failure PasskeyNotFound = new(
        "passkey.not_found",
        FailureKind.NotFound,
        "There is no such passkey."
    );

    /// <summary>Without the passkey the user could not sign in, or with a short password alone.</summary>
    public static readonly Failure LastPasskey = new(
        "passkey.last",
        FailureKind.Conflict,
        "Without this passkey a password of 15 characters or more is needed. Choose one first."
    );

    /// <summary>What the browser sent is no passkey that this service asked for.</summary>
    public static readonly Failure PasskeyRefused = new(
        "passkey.refused",
        FailureKind.Invalid,
        "The passkey was not accepted. Try again."
    );
}
