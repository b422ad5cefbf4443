using Access.Application;
using Api.Tests.Testing;

namespace Api.Tests.Access;

/// <summary>Makes the people that tests sign in.</summary>
internal static class People
{
    /// <summary>A password that may be chosen.</summary>
    public const string Password = "some seven quiet herons";

    private static int count;

    /// <summary>Makes a user and gives the name.</summary>
    public static async Task<(string Id, string Name)> UserAsync(
        this RunningService service,
        bool staff = true,
        bool active = true,
        bool superuser = false,
        string[]? permissions = null,
        string[]? groups = null,
        string? password = Password
    )
    {
        var draft = new UserDraft(
            $"person-{Interlocked.Increment(ref count)}",
            Email: null,
            active,
            staff,
            superuser,
            groups ?? [],
            permissions ?? []
        );
        var created = await service.SendAsync(new CreateUser(draft, password));
        Assert.That(created.IsError, Is.False, string.Join(" ", created.ErrorsOrEmptyList.Select(e => e.Description)));
        return (created.Value.Id, created.Value.Name);
    }

    /// <summary>A browser that nobody is signed in with.</summary>
    public static Browser Browser(this RunningService service) => new(service.Client.BaseAddress!);

    /// <summary>A browser that a new user is signed in with.</summary>
    public static async Task<Browser> SignedInAsync(
        this RunningService service,
        bool superuser = false,
        params string[] permissions
    )
    {
        var (_, name) = await service.UserAsync(superuser: superuser, permissions: permissions);
        return await service.SignedInAsync(name);
    }

    /// <summary>A browser that a user is signed in with.</summary>
    public static async Task<Browser> SignedInAsync(this RunningService service, string name)
    {
        var browser = service.Browser();
        using var answer = await browser.SignInAsync(name, Password);
        Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
        return browser;
    }
}
