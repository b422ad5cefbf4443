using Access.Application;
using Api.Tests.Testing;
using ErrorOr;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Application.Lists;

namespace Api.Tests.Access;

/// <summary>Users and groups are kept by those who may, and nobody comes to more by way of another account.</summary>
[TestFixture]
internal sealed class UserUseCaseTests
{
    private RunningService service = null!;

    [SetUp]
    public void Start() => service = new();

    [TearDown]
    public void Stop() => service.Dispose();

    [Test]
    public async Task What_is_said_of_a_user_is_found_again_and_the_history_tells_it_without_secrets()
    {
        var group = await DoneAsync(new CreateGroup(new GroupDraft("Editors", ["countries:change"])));
        var created = await DoneAsync(
            new CreateUser(Draft("anna") with { Email = "anna@example.com", Groups = [group.Id] }, People.Password)
        );
        var user = await DoneAsync(new GetUser(created.Id));

        Assert.That((user.Name, user.Email, user.HasPassword), Is.EqualTo(("anna", "anna@example.com", true)));
        Assert.That(user.Groups, Is.EqualTo(new[] { group.Id }));
        await DoneAsync(new EditUser(user.Id, user.Version, Draft("anna") with { Permissions = ["currencies:view"] }));
        await DoneAsync(new SetPassword("anna", "another quiet heron or two"));
        await DoneAsync(new RemoveUser(user.Id, null));
        Assert.That(await CodeAsync(new GetUser(user.Id)), Is.EqualTo("user.not_found"));

        var told = Database.Query<string>(
            service.Storage,
            "access",
            $"SELECT action || ' ' || changes FROM history WHERE record = 'user' AND record_id = '{user.Id}' ORDER BY sequence"
        );
        Assert.That(told, Has.Count.EqualTo(4));
        Assert.That(told[0], Does.StartWith("created").And.Contain("anna@example.com").And.Contain(group.Id));
        Assert.That(told[1], Does.StartWith("changed").And.Contain("currencies:view"));
        Assert.That(told[2], Does.StartWith("changed").And.Contain("passwordChangedAt"));
        Assert.That(told[3], Does.StartWith("removed"));
        Assert.That(string.Concat(told), Does.Not.Contain("heron").And.Not.Contain("AQAAAA").And.Not.Contain("stamp"));
    }

    [Test]
    public async Task The_history_of_people_is_not_among_the_changes_that_anybody_may_read()
    {
        await DoneAsync(new CreateUser(Draft("anna") with { Email = "anna@example.com" }, null));

        using var client = await service.ClientWithKeyAsync("countries:write");
        var changes = await client.GetStringAsync("/api/v1/changes?limit=200");
        Assert.That(changes, Does.Not.Contain("anna").And.Not.Contain("\"user\"").And.Not.Contain("apikey"));
    }

    [Test]
    public async Task Users_are_searched_filtered_sorted_and_paged()
    {
        for (var i = 0; i < 5; i++)
            await DoneAsync(
                new CreateUser(Draft($"user-{i}") with { IsStaff = i % 2 == 0, Email = $"mail{i}@example.com" }, null)
            );

        var first = await DoneAsync(new FindUsers(new ListQuery { Limit = 2 }));
        var second = await DoneAsync(new FindUsers(new ListQuery { Limit = 2, Cursor = first.Next }));
        var staff = await DoneAsync(new FindUsers(new ListQuery { Filters = [new("staff", ["true"])] }));
        var found = await DoneAsync(new FindUsers(new ListQuery { Search = "mail3" }));
        var last = await DoneAsync(new FindUsers(new ListQuery { Sort = [new("name", Descending: true)], Limit = 1 }));

        Assert.That(Names(first).Concat(Names(second)), Is.EqualTo(new[] { "user-0", "user-1", "user-2", "user-3" }));
        Assert.That((first.Total, staff.Total), Is.EqualTo((5, 3)));
        Assert.That(Names(found), Is.EqualTo(new[] { "user-3" }));
        Assert.That(Names(last), Is.EqualTo(new[] { "user-4" }));
        Assert.That(
            await CodeAsync(new FindUsers(new ListQuery { Filters = [new("staf", ["true"])] })),
            Does.StartWith("query.")
        );

        static IEnumerable<string> Names(Page<UserItem> page) => page.Items.Select(user => user.Name);
    }

    [Test]
    public async Task All_that_is_wrong_with_a_draft_is_told_at_once()
    {
        var answer = await service.SendAsync(
            new CreateUser(new UserDraft("an na", "nonsense", true, true, false, ["no-id"], ["countries:fly"]), "short")
        );

        Assert.That(
            answer.Errors.Select(error => error.Code),
            Is.EquivalentTo(
                new[]
                {
                    "user.name.invalid",
                    "user.email.invalid",
                    "user.groups.invalid",
                    "permission.invalid",
                    "user.password.too_short",
                }
            )
        );
    }

    [Test]
    public async Task A_name_is_taken_in_any_case_and_a_version_that_is_old_is_refused()
    {
        var anna = await DoneAsync(new CreateUser(Draft("anna"), null));
        var bert = await DoneAsync(new CreateUser(Draft("bert"), null));
        Assert.That(await CodeAsync(new CreateUser(Draft("ANNA"), null)), Is.EqualTo("user.name.taken"));
        Assert.That(await CodeAsync(new EditUser(bert.Id, null, Draft("Anna"))), Is.EqualTo("user.name.taken"));
        await DoneAsync(new EditUser(anna.Id, 1, Draft("ANNA")));

        Assert.That(await CodeAsync(new EditUser(anna.Id, 1, Draft("anna"))), Is.EqualTo("user.stale"));
        Assert.That(await CodeAsync(new RemoveUser(anna.Id, 1)), Is.EqualTo("user.stale"));
        Assert.That(
            await CodeAsync(new CreateUser(Draft("carl") with { Groups = [Guid.NewGuid().ToString()] }, null)),
            Is.EqualTo("user.groups.unknown")
        );
    }

    [Test]
    public async Task The_last_active_superuser_stays()
    {
        var anna = await DoneAsync(new CreateUser(Draft("anna") with { IsSuperuser = true }, null));
        await DoneAsync(new CreateUser(Draft("bert") with { IsSuperuser = true, IsActive = false }, null));

        foreach (
            var command in (EditUser[])
                [
                    new(anna.Id, null, Draft("anna") with { IsSuperuser = true, IsActive = false }),
                    new(anna.Id, null, Draft("anna")),
                ]
        )
            Assert.That(await CodeAsync(command), Is.EqualTo("user.superuser.last"));
        Assert.That(await CodeAsync(new RemoveUser(anna.Id, null)), Is.EqualTo("user.superuser.last"));

        await DoneAsync(new CreateUser(Draft("carl") with { IsSuperuser = true }, null));
        await DoneAsync(new RemoveUser(anna.Id, null));
    }

    [Test]
    public async Task Of_two_superusers_who_demote_each_other_at_once_one_stays()
    {
        var anna = await DoneAsync(new CreateUser(Draft("anna") with { IsSuperuser = true }, null));
        var bert = await DoneAsync(new CreateUser(Draft("bert") with { IsSuperuser = true }, null));
        await Task.WhenAll(
            service.SendAsync(new EditUser(anna.Id, null, Draft("anna"))),
            service.SendAsync(new EditUser(bert.Id, null, Draft("bert")))
        );

        Assert.That(
            Database.Value<long>(service.Storage, "access", "SELECT count(*) FROM users WHERE is_superuser"),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task Of_superusers_who_are_removed_together_one_stays_and_so_do_all()
    {
        var anna = await DoneAsync(new CreateUser(Draft("anna") with { IsSuperuser = true }, null));
        var bert = await DoneAsync(new CreateUser(Draft("bert") with { IsSuperuser = true }, null));
        await using var scope = service.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.IsTrusted(caller.Name, caller.Contract);
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();

        var removed = await scope
            .ServiceProvider.GetRequiredService<IUnitOfWorkProvider>()
            .Of("Access")
            .ExecuteAsync<Success>(
                async token =>
                {
                    var first = await sender.Send(new RemoveUser(anna.Id, null), token);
                    return first.IsError ? first : await sender.Send(new RemoveUser(bert.Id, null), token);
                },
                CancellationToken.None
            );

        Assert.That(removed.FirstError.Code, Is.EqualTo("user.superuser.last"));
        Assert.That(
            Database.Value<long>(service.Storage, "access", "SELECT count(*) FROM users WHERE is_superuser"),
            Is.EqualTo(2)
        );
    }

    [Test]
    public async Task Nobody_is_put_into_a_group_that_another_writer_takes_away()
    {
        var group = await DoneAsync(new CreateGroup(new GroupDraft("Editors", [])));
        var anna = await DoneAsync(new CreateUser(Draft("anna"), null));
        using var other = Database.Hold(service.Storage, "access");
        var joining = Task.Run(() =>
            CodeAsync(new EditUser(anna.Id, null, Draft("anna") with { Groups = [group.Id] }))
        );
        await Task.Delay(300);
        other.Execute("DELETE FROM groups WHERE name = 'Editors'");
        other.Commit();

        Assert.That(await joining, Is.EqualTo("user.groups.unknown"));
    }

    [Test]
    public async Task Nobody_gives_what_they_do_not_have()
    {
        string[] held = ["users:add", "users:change", "countries:change"];
        var powerful = await DoneAsync(new CreateGroup(new GroupDraft("All", ["countries:delete"])));
        var boss = await DoneAsync(new CreateUser(Draft("boss") with { IsSuperuser = true }, null));
        var other = await DoneAsync(new CreateUser(Draft("other") with { Permissions = ["countries:delete"] }, null));
        (IRequest<ErrorOr<StoredUser>> Command, string Code)[] refused =
        [
            (new CreateUser(Draft("a") with { Permissions = ["countries:delete"] }, null), "permission.not_held"),
            (new CreateUser(Draft("a") with { Groups = [powerful.Id] }, null), "permission.not_held"),
            (new CreateUser(Draft("a") with { IsSuperuser = true }, null), "user.superuser.only"),
            (new SetPassword(boss.Id, "another quiet heron or two"), "user.superuser.only"),
            (new SetPassword(other.Id, "another quiet heron or two"), "user.password.may_do_more"),
        ];
        foreach (var (command, code) in refused)
            Assert.That((await AsAsync(held, command)).FirstError.Code, Is.EqualTo(code), $"{command}");
        foreach (
            var draft in (UserDraft[])
                [
                    Draft("other") with
                    {
                        Groups = [powerful.Id],
                        Permissions = ["countries:delete"],
                    },
                    Draft("other") with
                    {
                        IsSuperuser = true,
                    },
                ]
        )
            Assert.That((await AsAsync(held, new EditUser(other.Id, null, draft))).IsError, Is.True);
        Assert.That((await AsAsync(held, new RemoveUser(boss.Id, null))).IsError, Is.True);
        Assert.That(
            (
                await AsAsync(
                    held,
                    new EditGroup(powerful.Id, null, new GroupDraft("All", ["countries:delete", "a:add"]))
                )
            )
                .FirstError
                .Code,
            Is.EqualTo("permission.not_held")
        );

        // What they have they give, and what somebody has already they may leave.
        var made = await AsAsync(held, new CreateUser(Draft("b") with { Permissions = ["countries:change"] }, null));
        var left = await AsAsync(
            held,
            new EditUser(other.Id, null, Draft("other") with { Permissions = ["countries:delete", "users:add"] })
        );
        Assert.That((made.IsError, left.IsError), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_group_that_goes_is_left_by_its_users_and_its_permissions_go_with_it()
    {
        var group = await DoneAsync(new CreateGroup(new GroupDraft("Editors", ["countries:add"])));
        var (id, name) = await service.UserAsync(groups: [group.Id]);
        using var browser = await service.SignedInAsync(name);
        Assert.That((int)(await AddAsync(browser)).StatusCode, Is.EqualTo(201));

        await DoneAsync(new EditGroup(group.Id, 1, new GroupDraft("Editors", [])));
        Assert.That((int)(await AddAsync(browser)).StatusCode, Is.EqualTo(403));
        await DoneAsync(new EditGroup(group.Id, 2, new GroupDraft("Editors", ["countries:add"])));
        Assert.That((int)(await AddAsync(browser)).StatusCode, Is.EqualTo(201));
        Assert.That(await CodeAsync(new RemoveGroup(group.Id, 2)), Is.EqualTo("group.stale"));
        await DoneAsync(new RemoveGroup(group.Id, 3));

        Assert.That((int)(await AddAsync(browser)).StatusCode, Is.EqualTo(403));
        Assert.That((await DoneAsync(new GetUser(id))).Groups, Is.Empty);
        Assert.That((await DoneAsync(new FindGroups(new ListQuery()))).Total, Is.Zero);
    }

    private static UserDraft Draft(string name) =>
        new(name, Email: null, IsActive: true, IsStaff: true, IsSuperuser: false, Groups: [], Permissions: []);

    private static Task<HttpResponseMessage> AddAsync(Browser browser) =>
        browser.Client.PostAsync(
            "/api/v1/countries",
            new StringContent(
                $$"""{"name":"Land {{Guid.NewGuid()}}","currencies":["EUR"]}""",
                System.Text.Encoding.UTF8,
                "application/json"
            )
        );

    private async Task<T> DoneAsync<T>(IRequest<ErrorOr<T>> useCase)
    {
        var answer = await service.SendAsync(useCase);
        Assert.That(answer.ErrorsOrEmptyList.Select(error => error.Code), Is.Empty, $"{useCase}");
        return answer.Value;
    }

    private async Task<string> CodeAsync<T>(IRequest<ErrorOr<T>> useCase) =>
        (await service.SendAsync(useCase)).FirstError.Code;

    /// <summary>Runs a use case as somebody who has these permissions.</summary>
    private async Task<ErrorOr<T>> AsAsync<T>(string[] held, IRequest<ErrorOr<T>> useCase)
    {
        await using var scope = service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is("user:editor", "admin", false, held.Contains);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(useCase);
    }
}
