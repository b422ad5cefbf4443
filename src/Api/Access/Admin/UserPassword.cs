using Access.Api.Pages;
using Access.Application;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Shared.Api.Admin;
using Shared.Api.Pages;
using Shared.Api.Problems;

namespace Access.Api.Admin;

/// <summary>The page on which whoever looks after the users gives one of them another password, without the old one.</summary>
internal static class UserPassword
{
    /// <summary>Shows the form.</summary>
    public static Task<IResult> ShowAsync(AdminCall call, string key) =>
        WithUserAsync(call, key, user => Task.FromResult(Answer(call, user, StatusCodes.Status200OK, [])));

    /// <summary>Sets the password, and leads back to the user.</summary>
    public static Task<IResult> SetAsync(AdminCall call, string key, PostedForm form) =>
        WithUserAsync(
            call,
            key,
            async user =>
            {
                if (form["password"] != form["again"])
                    return Answer(call, user, StatusCodes.Status422UnprocessableEntity, [PasswordPage.NotTheSame]);
                var set = await call.SendAsync(
                    new SetPassword(user.Id, form["password"], form["remove_passkeys"] is not null)
                );
                return set.IsError
                    ? Answer(call, user, call.Http.StatusOf(set.FirstError), set.Errors)
                    : call.GoTo(
                        AddressOf(user),
                        $"The password of “{user.Name}” was changed. All sessions of the user have ended."
                    );
            }
        );

    /// <summary>Nobody is spared the old password of their own: whoever finds a browser open must not keep the account.</summary>
    private static async Task<IResult> WithUserAsync(AdminCall call, string key, Func<UserItem, Task<IResult>> answer)
    {
        var user = await call.SendAsync(new GetUser(key));
        if (user.IsError)
            return call.GoTo(ListAddress, user.FirstError.Description, isBad: true);
        return user.Value.Id == call.Http.User.UserId()
            ? Results.LocalRedirect(SignInEndpoints.PasswordPath)
            : await answer(user.Value);
    }

    private static IResult Answer(AdminCall call, UserItem user, int status, List<Error> errors) =>
        call.Page<UserPasswordPage>(
            $"Set the password of {user.Name}",
            [new(UserAdmin.Users.Heading, ListAddress), new(user.Name, AddressOf(user))],
            new()
            {
                [nameof(UserPasswordPage.User)] = user,
                [nameof(UserPasswordPage.Back)] = AddressOf(user),
                [nameof(UserPasswordPage.Errors)] = errors,
            },
            status
        );

    private static string ListAddress => $"{AdminModel.Root}{UserAdmin.Users.Path}/";

    private static string AddressOf(UserItem user) => $"{ListAddress}{user.Id}/change";
}
