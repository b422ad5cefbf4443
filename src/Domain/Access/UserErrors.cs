using Shared.Domain;

namespace Access.Domain;

/// <summary>The expected failures of users and of signing in, beside those of the value objects.</summary>
public static class UserErrors
{
    /// <summary>Another user has a name that compares equal (<see cref="UserName.Key"/>).</summary>
    [Remedy("Choose another name, or change the user that has it.")]
    public static readonly Failure NameTaken = new(
        "user.name.taken",
        FailureKind.Conflict,
        "A user of this name exists already."
    )
    {
        Field = "name",
    };

    /// <summary>A name with signs that no name has.</summary>
    [Remedy("Take the other characters out.")]
    public static readonly Failure NameInvalid = new(
        "user.name.invalid",
        FailureKind.Invalid,
        "A user name has letters, digits and @ . + - _ only, and no spaces."
    );

    /// <summary>A text that is no address for mail.</summary>
    [Remedy("Enter the whole address, or none.")]
    public static readonly Failure EmailInvalid = new(
        "user.email.invalid",
        FailureKind.Invalid,
        "This is no e-mail address, such as anna@example.com."
    );

    /// <summary>A text that is no permission.</summary>
    [Remedy("Take a permission of the list.")]
    public static readonly Failure PermissionInvalid = new(
        "permission.invalid",
        FailureKind.Invalid,
        $"A permission is a resource and an action ({string.Join(", ", Permission.Actions)}), such as countries:change."
    );

    /// <summary>There is no such user.</summary>
    [Remedy("See the users in the admin.")]
    public static readonly Failure NotFound = new(
        "user.not_found",
        FailureKind.NotFound,
        "There is no user of this name or id."
    );

    /// <summary>Somebody else changed the user in the meantime.</summary>
    [Remedy("Read the user again, and repeat the change.")]
    public static readonly Failure Stale = new(
        "user.stale",
        FailureKind.Conflict,
        "The user was changed in the meantime. Read it again, then repeat your change."
    );

    /// <summary>Without this user nobody could do everything any more.</summary>
    [Remedy("Make somebody else a superuser first.")]
    public static readonly Failure LastSuperuser = new(
        "user.superuser.last",
        FailureKind.Conflict,
        "This is the last active superuser, who must stay: nobody else could put things right."
    );

    /// <summary>Only a superuser makes, changes or removes a superuser.</summary>
    [Remedy("Ask a superuser.")]
    public static readonly Failure SuperusersOnly = new(
        "user.superuser.only",
        FailureKind.Conflict,
        "Only a superuser can make, change or remove a superuser."
    );

    /// <summary>Somebody gives away what is not theirs.</summary>
    /// <param name="permission">The permission.</param>
    [Remedy("Leave the permission out, or ask somebody who has it.")]
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

    /// <summary>Whoever sets a password can sign in with it, and would come to more than they have.</summary>
    /// <param name="permission">The permission that they lack.</param>
    [Remedy("Ask somebody who may do all that the user may do.")]
    public static Failure MayDoMore(string permission) =>
        new(
            "user.password.may_do_more",
            FailureKind.Conflict,
            $"You cannot set the password of this user, who has the permission {permission}, which you do not have."
        )
        {
            Detail = permission,
        };

    /// <summary>A group that there is not.</summary>
    [Remedy("Take a group of the list of groups.")]
    public static readonly Failure UnknownGroup = new(
        "user.groups.unknown",
        FailureKind.Invalid,
        "There is no group with this id."
    )
    {
        Field = "groups",
    };

    /// <summary>A password that everybody tries first.</summary>
    [Remedy("Choose several words in a row that nobody knows of you.")]
    public static readonly Failure CommonPassword = new(
        "user.password.common",
        FailureKind.Invalid,
        "This password is too well known: it is among the first that somebody would try."
    )
    {
        Field = "password",
    };

    /// <summary>The password that somebody shows to change it is not theirs.</summary>
    [Remedy("Enter the password that you sign in with now.")]
    public static readonly Failure WrongPassword = new(
        "user.password.wrong",
        FailureKind.Invalid,
        "This is not your password."
    )
    {
        Field = "oldPassword",
    };

    /// <summary>The one answer to every sign-in that fails, whatever the reason.</summary>
    [Remedy("Enter name and password again; ask a superuser for a new password if you forgot it.")]
    public static readonly Failure SignInFailed = new(
        "sign_in.failed",
        FailureKind.Invalid,
        "Please enter the correct username and password for a staff account. Note that both fields may be case-sensitive."
    );

    /// <summary>The address tried too often, with whatever names.</summary>
    [Remedy("Wait a while, then try again.")]
    public static readonly Failure TooManyTries = new(
        "sign_in.too_many",
        FailureKind.Conflict,
        "There were too many failed attempts from your address. Try again later."
    )
    {
        Wait = 60,
    };

    /// <summary>Passwords are hashed one at a time, and others wait already.</summary>
    [Remedy("Try again in a few seconds.")]
    public static readonly Failure Busy = new(
        "password.busy",
        FailureKind.Conflict,
        "Too many passwords are being checked just now. Try again in a few seconds."
    )
    {
        Wait = 2,
    };

    /// <summary>More passkeys than a user has.</summary>
    [Remedy("Remove a passkey that you do not use first.")]
    public static readonly Failure TooManyPasskeys = new(
        "passkey.too_many",
        FailureKind.Conflict,
        $"A user has at most {User.MaxPasskeys.ToString(System.Globalization.CultureInfo.InvariantCulture)} passkeys."
    );

    /// <summary>The user has no such passkey.</summary>
    [Remedy("See your passkeys on the page of your account.")]
    public static readonly Failure PasskeyNotFound = new(
        "passkey.not_found",
        FailureKind.NotFound,
        "There is no such passkey."
    );

    /// <summary>Without the passkey the user could not sign in, or with a short password alone.</summary>
    [Remedy("Choose a longer password first.")]
    public static readonly Failure LastPasskey = new(
        "passkey.last",
        FailureKind.Conflict,
        "Without this passkey a password of 15 characters or more is needed. Choose one first."
    );

    /// <summary>What the browser sent is no passkey that this service asked for.</summary>
    [Remedy("Try again, or take another passkey or your password.")]
    public static readonly Failure PasskeyRefused = new(
        "passkey.refused",
        FailureKind.Invalid,
        "The passkey was not accepted. Try again."
    );
}
