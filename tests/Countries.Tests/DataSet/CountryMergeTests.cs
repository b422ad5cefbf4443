using Countries.Domain;
using Countries.Infrastructure.DataAccess;
using Countries.Infrastructure.DataAccess.Migrations;
using Countries.Infrastructure.DataSet;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Domain;

namespace Countries.Tests.DataSet;

/// <summary>A newer data set brings what is new, and leaves alone what people did.</summary>
[TestFixture]
internal sealed class CountryMergeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private SqliteConnection connection = null!;

    [SetUp]
    public async Task StartAsync()
    {
        connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var context = Open();
        await context.Database.EnsureCreatedAsync();
        await MergeAsync([Brought("CH", "CHE", "Switzerland", 1), Brought("AT", "AUT", "Austria", 1)]);
    }

    [TearDown]
    public async Task StopAsync() => await connection.DisposeAsync();

    [Test]
    public async Task What_is_new_comes_and_what_differs_is_updated()
    {
        await MergeAsync([
            Brought("CH", "CHE", "Switzerland", 2),
            Brought("AT", "AUT", "Austria", 1),
            Brought("DE", "DEU", "Germany", 3),
        ]);

        Assert.That(await PopulationsAsync(), Is.EqualTo(["AT 1 v1", "CH 2 v2", "DE 3 v1"]));
    }

    [Test]
    public async Task A_member_that_was_edited_here_stays_and_its_neighbours_are_updated()
    {
        await ChangeAsync(
            "CH",
            country =>
                country.Edit(Facts(country, profile => profile with { Society = Society.None with { Population = 9 } }))
        );

        await MergeAsync([Brought("CH", "CHE", "Swiss Confederation", 2), Brought("AT", "AUT", "Austria", 1)]);

        await using var context = Open();
        var switzerland = await context.Countries.SingleAsync(c => c.NameKey == "swiss confederation");
        Assert.That(switzerland.Profile.Society.Population, Is.EqualTo(9));
        Assert.That(switzerland.Edited, Is.EqualTo(["population"]));
    }

    [Test]
    public async Task A_removed_country_stays_away_and_its_name_is_free()
    {
        await using (var context = Open())
        {
            var repository = new CountryRepository(context, new CountryQueries());
            var country = (await repository.FindAsync("CH", CancellationToken.None))!;
            country.Remove();
            repository.Remove(country);
            await context.SaveChangesAsync();
            repository.Add(Local("Switzerland"));
            await context.SaveChangesAsync();
        }

        await MergeAsync([Brought("CH", "CHE", "Switzerland", 2), Brought("AT", "AUT", "Austria", 1)]);

        Assert.That(await PopulationsAsync(), Is.EqualTo([" v1", "AT 1 v1"]));
    }

    [Test]
    public async Task A_local_record_keeps_its_name_and_the_other_one_is_called_otherwise()
    {
        await using (var context = Open())
        {
            context.Countries.Add(Local("Germany"));
            await context.SaveChangesAsync();
        }

        var clashes = await MergeAsync([
            Brought("CH", "CHE", "Switzerland", 1),
            Brought("AT", "AUT", "Austria", 1),
            Brought("DE", "DEU", "Germany", 3),
        ]);

        await using var after = Open();
        Assert.That(await after.Countries.CountAsync(c => c.NameKey == "germany (de)"), Is.EqualTo(1));
        Assert.That(clashes.Single(), Does.Contain("Germany (DE)"));
    }

    [Test]
    public async Task What_the_data_set_knows_no_longer_goes_unless_somebody_edited_it()
    {
        await ChangeAsync(
            "AT",
            country =>
                country.Edit(Facts(country, profile => profile with { Society = Society.None with { Population = 9 } }))
        );

        await MergeAsync([]);

        await using var context = Open();
        var kept = await context.Countries.SingleAsync();
        Assert.That((kept.Name.Value, kept.Origin), Is.EqualTo(("Austria", Origin.Local)));
    }

    [Test]
    public async Task The_same_data_set_again_changes_nothing()
    {
        await using var context = Open();
        var merge = await CountryMerge.BeginAsync(context, CancellationToken.None);
        merge.Take(Brought("CH", "CHE", "Switzerland", 1));
        merge.Take(Brought("AT", "AUT", "Austria", 1));
        merge.End();

        Assert.That(context.ChangeTracker.HasChanges(), Is.False);
    }

    [Test]
    public void Every_country_of_the_data_set_passes_the_rules_of_what_people_write()
    {
        foreach (var country in CountryDataSet.Read(Now))
        {
            var facts = Facts(country, profile => profile);
            Assert.That(CountryFacts.Members.Compare(country.Facts, facts), Is.Empty, country.Name.Value);
        }
    }

    private static CountryFacts Facts(Country country, Func<CountryProfile, CountryProfile> change)
    {
        var created = CountryFacts.Create(
            new CountryStatement
            {
                Name = country.Name.Value,
                Alpha2 = country.Codes!.Alpha2.Value,
                Alpha3 = country.Codes.Alpha3.Value,
                Numeric = country.Codes.Numeric?.Value,
                Currencies =
                [
                    .. country
                        .TenderPeriods.Where(period => period.Covers(DateOnly.FromDateTime(Now.UtcDateTime)))
                        .Select(period => new TenderStatement(period.Currency.Value, null, null, null)),
                ],
                Profile = change(country.Profile),
            },
            country.TenderPeriods,
            DateOnly.FromDateTime(Now.UtcDateTime)
        );
        Assert.That(created.Failures.Select(failure => $"{country.Name} {failure.Field} {failure.Code}"), Is.Empty);
        return created.Value;
    }

    private SqliteCountriesDbContext Open() =>
        new(
            new DbContextOptionsBuilder<SqliteCountriesDbContext>()
                .UseSqlite(connection)
                .UseSnakeCaseNamingConvention()
                .Options
        );

    private async Task<IReadOnlyList<string>> MergeAsync(IEnumerable<Country> brought)
    {
        await using var context = Open();
        var merge = await CountryMerge.BeginAsync(context, CancellationToken.None);
        foreach (var country in brought)
            merge.Take(country);
        var clashes = merge.End();
        await context.SaveChangesAsync();
        return clashes;
    }

    private async Task ChangeAsync(string code, Action<Country> change)
    {
        await using var context = Open();
        change((await new CountryRepository(context, new CountryQueries()).FindAsync(code, CancellationToken.None))!);
        await context.SaveChangesAsync();
    }

    private async Task<List<string>> PopulationsAsync()
    {
        await using var context = Open();
        var all = await context.Countries.ToListAsync();
        return
        [
            .. all.Select(c =>
                    $"{c.Codes?.Alpha2}{(c.Codes is null ? "" : $" {c.Profile.Society.Population}")} v{c.Version}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Country Local(string name) =>
        Country.AddLocal(
            CountryId.New(Now),
            CountryName.Create(name).Value,
            LocalCurrencyName.Create("Shell").Value,
            currency: null,
            Now
        );

    private static Country Brought(string alpha2, string alpha3, string name, long population) =>
        Country.FromDataSet(
            CountryId.New(Now),
            CountryName.Create(name).Value,
            new CountryCodes(Alpha2Code.Create(alpha2).Value, Alpha3Code.Create(alpha3).Value, null),
            CountryProfile.Empty with
            {
                Society = Society.None with { Population = population },
            },
            [],
            Now
        );
}
