using System.CommandLine;
using Access.Application;
using Shared.Api.Commands;

namespace Access.Api;

/// <summary>
/// The commands <c>createsuperuser</c>, <c>changepassword</c> and <c>users list</c>. There is no default account: the first
/// one is made here, by whoever has the host.
/// </summary>
internal static class UserCommands
{
    private const string UserNameVariable = "COUNTRIES_SUPERUSER_USERNAME";
    private const string EmailVariable = "COUNTRIES_SUPERUSER_EMAIL";
    private const string SuperuserVariable = "COUNTRIES_SUPERUSER_PASSWORD";
    private const string PasswordVariable = "COUNTRIES_PASSWORD";

    public static IEnumerable<Command> Make(CommandRunner runner) =>
        [
            CreateSuperuser(runner),
            ChangePassword(runner),
            new Command("users", "People who may sign in.") { List(runner) },
        ];

    private static Command CreateSuperuser(CommandRunner runner)
    {
        var username = new Option<string>("--username")
        {
            Description = $"The name to sign in with; or {UserNameVariable}.",
        };
        var email = new Option<string>("--email") { Description = $"The address for mail; or {EmailVariable}." };
        var noInput = NoInput(SuperuserVariable);
        var create = new Command(
            "createsuperuser",
            "Makes a user who may do everything. It asks for what is not given."
        )
        {
            username,
            email,
            noInput,
        };
        create.SetAction(
            async (parsed, cancellationToken) =>
            {
                var terminal = new Terminal(parsed, parsed.GetValue(noInput));
                if (terminal.Refusal(SuperuserVariable) is { } refusal)
                    return await terminal.RefuseAsync(refusal);
                var draft = new UserDraft(
                    parsed.GetValue(username) ?? await terminal.AskAsync("Username", UserNameVariable),
                    parsed.GetValue(email) ?? await terminal.AskAsync("Email address (or nothing)", EmailVariable),
                    IsActive: true,
                    IsStaff: true,
                    IsSuperuser: true,
                    Groups: [],
                    Permissions: []
                );
                return await terminal.AskForPasswordAsync(SuperuserVariable) is { } password
                    ? await runner.SendAsync(
                        parsed,
                        new CreateUser(draft, password),
                        user => [$"Made the superuser {user.Name} ({user.Id})."],
                        cancellationToken
                    )
                    : CommandRunner.Misused;
            }
        );
        return create;
    }

    private static Command ChangePassword(CommandRunner runner)
    {
        var user = new Argument<string>("username") { Description = "The name of the user." };
        var passkeys = new Option<bool>("--remove-passkeys")
        {
            Description = "Removes the user's passkeys too, for somebody who lost them.",
        };
        var noInput = NoInput(PasswordVariable);
        var change = new Command("changepassword", "Gives a user another password and signs the user out everywhere.")
        {
            user,
            passkeys,
            noInput,
        };
        change.SetAction(
            async (parsed, cancellationToken) =>
            {
                var terminal = new Terminal(parsed, parsed.GetValue(noInput));
                if (terminal.Refusal(PasswordVariable) is { } refusal)
                    return await terminal.RefuseAsync(refusal);
                return await terminal.AskForPasswordAsync(PasswordVariable) is { } password
                    ? await runner.SendAsync(
                        parsed,
                        new SetPassword(parsed.GetValue(user), password, parsed.GetValue(passkeys)),
                        changed => [$"The password of {changed.Name} ({changed.Id}) is changed."],
                        cancellationToken
                    )
                    : CommandRunner.Misused;
            }
        );
        return change;
    }

    private static Command List(CommandRunner runner)
    {
        var list = new Command("list", "Lists the users, without what is secret of them.");
        list.SetAction(
            (parsed, cancellationToken) => runner.SendAsync(parsed, new ListUsers(), Table, cancellationToken)
        );
        return list;
    }

    private static Option<bool> NoInput(string variable) =>
        new("--noinput") { Description = $"Asks nothing. The password is taken from the environment: {variable}." };

    private static IEnumerable<string> Table(IReadOnlyList<UserItem> users) =>
        TextTable.Lines(
            ["ID", "ACTIVE", "STAFF", "SUPERUSER", "PASSWORD", "PASSKEYS", "CREATED", "NAME"],
            users.Select(user =>
                (string[])
                    [
                        user.Id,
                        YesOrNo(user.IsActive),
                        YesOrNo(user.IsStaff),
                        YesOrNo(user.IsSuperuser),
                        YesOrNo(user.HasPassword),
                        $"{user.Passkeys}",
                        TextTable.Moment(user.CreatedAt),
                        user.Name,
                    ]
            )
        );

    private static string YesOrNo(bool value) => value ? "yes" : "no";
}
