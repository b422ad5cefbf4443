using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Access.Application;
using Api.Tests.Access;
using Api.Tests.Testing;

namespace Api.Tests.PostgreSql;

/// <summary>The service on a PostgreSQL server: no answer may differ from SQLite's.</summary>
[TestFixture]
internal sealed class PostgreSqlTests
{
    private PostgreSqlDatabase? database;
    private RunningService service = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        database = await PostgreSqlDatabase.CreateAsync();
        service = Start();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (database is null)
            return;
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task The_list_is_the_same_to_the_byte_as_on_SQLite()
    {
        await using var sqlite = new RunningService();

        foreach (var format in (string[])["json", "xml", "csv"])
        {
            Assert.That(
                FirstCountries(await service.Client.GetStringAsync($"/country/?format={format}")),
                Is.EqualTo(FirstCountries(await sqlite.Client.GetStringAsync($"/country/?format={format}")))
            );
        }
    }

    [Test]
    public async Task Of_many_who_add_one_name_at_once_one_succeeds_and_the_others_hear_why()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AddAsync("Race")));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            Assert.That(
                await answer.Content.ReadAsStringAsync(),
                Is.EqualTo("""{"country_name":["country with this country name already exists."]}""")
            );
    }

    [Test]
    public async Task U0000_is_refused_before_it_reaches_the_database()
    {
        var answer = await AddAsync("a\0b");

        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Is.EqualTo("""{"country_name":["Null characters are not allowed."]}""")
        );
    }

    [Test]
    public async Task What_was_added_is_there_after_a_restart_and_reads_itself_at_once()
    {
        await AddAsync("Lasting");
        await using var restarted = Start();

        Assert.That(await NamesAsync(service), Does.Contain("Lasting"));
        Assert.That(await NamesAsync(restarted), Does.Contain("Lasting"));
    }

    [Test]
    public async Task The_events_are_handed_over()
    {
        await AddAsync("Told");

        for (var i = 0; ; i++)
        {
            var waiting = await database!.ValueAsync<long>(
                "SELECT count(*) FROM countries.outbox WHERE sent_at IS NULL"
            );
            if (waiting == 0)
                break;
            Assert.That(i, Is.LessThan(100), "after ten seconds");
            await Task.Delay(100);
        }
        Assert.That(await database!.ValueAsync<long>("SELECT count(*) FROM countries.inbox"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_that_one_copy_revokes_is_dead_on_the_other_within_five_seconds()
    {
        await using var other = Start();
        var key = await service.SendAsync(new CreateApiKey("copies", ["countries:write"], ExpiresAt: null));
        await UntilAsync(other, key.Value.Token, HttpStatusCode.OK);

        await service.SendAsync(new RevokeApiKey(key.Value.Id));

        Assert.That(await ReadAsync(service, key.Value.Token), Is.EqualTo(HttpStatusCode.Unauthorized), "at once here");
        await UntilAsync(other, key.Value.Token, HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Who_is_signed_in_at_one_copy_is_so_at_the_other_and_out_of_both_when_disabled()
    {
        await using var other = Start();
        var (id, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        using var elsewhere = new Browser(other.Client.BaseAddress!);
        elsewhere.Client.DefaultRequestHeaders.Add(
            "Cookie",
            $"countries_session={browser.Cookies["countries_session"]}"
        );
        await UntilAsync(200);

        var draft = new UserDraft(name, null, IsActive: false, IsStaff: true, IsSuperuser: false, [], []);
        await service.SendAsync(new EditUser(id, null, draft));

        using var here = await browser.Client.GetAsync("/admin/password");
        Assert.That((int)here.StatusCode, Is.EqualTo(302), "at once here");
        await UntilAsync(302);

        async Task UntilAsync(int status)
        {
            var watch = Stopwatch.StartNew();
            while ((int)(await elsewhere.Client.GetAsync("/admin/password")).StatusCode != status)
            {
                Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
                await Task.Delay(50);
            }
        }
    }

    [Test]
    public async Task Of_two_superusers_who_demote_each_other_at_once_one_stays()
    {
        var (anna, annaName) = await service.UserAsync(superuser: true, password: null);
        var (bert, bertName) = await service.UserAsync(superuser: true, password: null);
        await Task.WhenAll(DemoteAsync(anna, annaName), DemoteAsync(bert, bertName));

        Assert.That(
            await database!.ValueAsync<long>("SELECT count(*) FROM access.users WHERE is_superuser"),
            Is.EqualTo(1)
        );

        Task DemoteAsync(string id, string name) =>
            service.SendAsync(
                new EditUser(id, null, new UserDraft(name, null, true, true, IsSuperuser: false, [], []))
            );
    }

    private static async Task UntilAsync(RunningService service, string key, HttpStatusCode status)
    {
        var watch = Stopwatch.StartNew();
        while (await ReadAsync(service, key) != status)
        {
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
            await Task.Delay(50);
        }
    }

    private static async Task<HttpStatusCode> ReadAsync(RunningService service, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/country/");
        request.Headers.Add("X-Api-Key", key);
        using var answer = await service.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private RunningService Start() => new(database!.Settings, template: false);

    private Task<HttpResponseMessage> AddAsync(string name) =>
        service.Client.PostAsJsonAsync("/country/", new { country_name = name, local_currency = "KES" });

    private static async Task<List<string>> NamesAsync(RunningService service) =>
        [.. (await service.Client.GetFromJsonAsync<JsonArray>("/country/"))!.Select(c => (string)c!["country_name"]!)];

    /// <summary>The part that the data set fills; other tests add to the end.</summary>
    private static string FirstCountries(string list) =>
        list[..(list.IndexOf("Åland Islands", StringComparison.Ordinal) + "Åland Islands".Length)];
}
