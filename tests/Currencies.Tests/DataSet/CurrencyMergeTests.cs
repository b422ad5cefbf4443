using CsCheck;
using Currencies.Domain;
using Currencies.Infrastructure.DataAccess;
using Currencies.Infrastructure.DataAccess.Migrations;
using Currencies.Infrastructure.DataSet;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Domain;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Tests.DataSet;

/// <summary>A newer data set brings what is new, and leaves alone what people did.</summary>
[TestFixture]
internal sealed class CurrencyMergeTests
{
    private static readonly string[] Codes = ["AAA", "BBB", "CCC", "DDD"];
    private SqliteConnection connection = null!;

    [SetUp]
    public async Task StartAsync()
    {
        connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var context = Open();
        await context.Database.EnsureCreatedAsync();
        await MergeAsync([Brought("CHF", "Swiss Franc", "1"), Brought("EUR", "Euro", "1")]);
    }

    [TearDown]
    public async Task StopAsync() => await connection.DisposeAsync();

    [Test]
    public async Task What_is_new_comes_and_what_differs_is_updated()
    {
        await MergeAsync([
            Brought("CHF", "Swiss Franc", "2"),
            Brought("EUR", "Euro", "1"),
            Brought("USD", "US Dollar", "3"),
        ]);

        Assert.That(await StoredAsync(), Is.EqualTo(["CHF Swiss Franc 2 v2", "EUR Euro 1 v1", "USD US Dollar 3 v1"]));
    }

    [Test]
    public async Task A_member_that_was_edited_here_stays_and_its_neighbours_are_updated()
    {
        await ChangeAsync("CHF", currency => currency.Edit(Facts("Stutz", "1")));

        await MergeAsync([Brought("CHF", "Swiss Franc", "2"), Brought("EUR", "Euro", "1")]);

        Assert.That(await StoredAsync(), Is.EqualTo(["CHF Stutz 2 v3 edited name", "EUR Euro 1 v1"]));
    }

    [Test]
    public async Task A_removed_currency_stays_away()
    {
        await RemoveAsync("CHF");

        await MergeAsync([Brought("CHF", "Swiss Franc", "2"), Brought("EUR", "Euro", "1")]);

        Assert.That(await StoredAsync(), Is.EqualTo(["EUR Euro 1 v1"]));
    }

    [Test]
    public async Task A_local_record_keeps_its_code_and_the_clash_is_told()
    {
        await AddAsync("USD");

        var clashes = await MergeAsync([
            Brought("CHF", "Swiss Franc", "1"),
            Brought("EUR", "Euro", "1"),
            Brought("USD", "US Dollar", "3"),
        ]);

        Assert.That(await StoredAsync(), Does.Contain("USD Mine mine v1 local"));
        Assert.That(clashes, Is.EqualTo(["USD was left out, since a local record has the code."]));
    }

    [Test]
    public async Task What_the_data_set_knows_no_longer_goes_unless_somebody_edited_it()
    {
        await ChangeAsync("CHF", currency => currency.Edit(Facts("Stutz", "1")));

        await MergeAsync([]);

        Assert.That(await StoredAsync(), Is.EqualTo(["CHF Stutz 1 v3 local"]));
    }

    [Test]
    public async Task The_same_data_set_again_changes_nothing()
    {
        await using var context = Open();
        var merge = await CurrencyMerge.BeginAsync(context, CancellationToken.None);
        merge.Take(Brought("CHF", "Swiss Franc", "1"));
        merge.Take(Brought("EUR", "Euro", "1"));
        merge.End();

        Assert.That(context.ChangeTracker.HasChanges(), Is.False);
    }

    [Test]
    public Task Whatever_people_do_between_data_sets_a_merge_keeps_it_and_brings_the_rest()
    {
        var step = Gen.Select(
            Gen.OneOf("merge", "edit name", "edit symbol", "remove", "add"),
            Gen.OneOf<string>(Codes),
            Gen.Int[0, 15],
            (what, code, number) => (What: what, Code: code, Number: number)
        );
        return step.Array[1, 12]
            .SampleAsync(
                async steps =>
                {
                    await connection.DisposeAsync();
                    await StartAsync();
                    // What must be there, told in the plainest way: of each code its name and symbol, and who decides on them.
                    var expected = new SortedDictionary<string, Expected>(StringComparer.Ordinal);
                    var removed = new HashSet<string>();
                    await MergeAsync([]);
                    foreach (var (what, code, number) in steps)
                    {
                        var known = expected.GetValueOrDefault(code);
                        switch (what)
                        {
                            case "merge":
                                var brought = Codes.Where((_, i) => (number >> i) % 2 == 1).ToList();
                                await MergeAsync(brought.Select(c => Brought(c, $"N{number}", $"S{number}")));
                                foreach (var c in Codes)
                                    expected[c] = Merge(
                                        expected.GetValueOrDefault(c),
                                        brought.Contains(c),
                                        removed.Contains(c),
                                        number
                                    )!;
                                break;
                            case "edit name" when known is not null && known.Name != $"E{number}":
                                await ChangeAsync(code, currency => currency.Edit(Facts($"E{number}", known.Symbol)));
                                expected[code] = known with { Name = $"E{number}", NameEdited = !known.IsLocal };
                                break;
                            case "edit symbol" when known is not null && known.Symbol != $"E{number}":
                                await ChangeAsync(code, currency => currency.Edit(Facts(known.Name, $"E{number}")));
                                expected[code] = known with { Symbol = $"E{number}", SymbolEdited = !known.IsLocal };
                                break;
                            case "remove" when known is not null:
                                await RemoveAsync(code);
                                if (!known.IsLocal)
                                    removed.Add(code);
                                expected.Remove(code);
                                break;
                            case "add" when known is null:
                                await AddAsync(code);
                                expected[code] = new Expected("Mine", "mine", IsLocal: true);
                                break;
                            default:
                                break;
                        }
                        foreach (var gone in expected.Where(e => e.Value is null).Select(e => e.Key).ToList())
                            expected.Remove(gone);
                    }
                    var stored = (await StoredAsync()).Select(text =>
                        System.Text.RegularExpressions.Regex.Replace(text, @" v\d+", "")
                    );
                    return stored.SequenceEqual(expected.Select(e => $"{e.Key} {e.Value}"));
                },
                iter: 60,
                threads: 1
            );
    }

    private static Expected? Merge(Expected? known, bool isBrought, bool isRemoved, int number) =>
        (known, isBrought) switch
        {
            ({ IsLocal: true }, _) => known,
            (null, false) => null,
            (null, true) => isRemoved ? null : new Expected($"N{number}", $"S{number}"),
            (not null, true) => known with
            {
                Name = known.NameEdited ? known.Name : $"N{number}",
                Symbol = known.SymbolEdited ? known.Symbol : $"S{number}",
            },
            (not null, false) => known.NameEdited || known.SymbolEdited
                ? new Expected(known.Name, known.Symbol, IsLocal: true)
                : null,
        };

    private sealed record Expected(
        string Name,
        string Symbol,
        bool NameEdited = false,
        bool SymbolEdited = false,
        bool IsLocal = false
    )
    {
        public override string ToString() => Describe(Name, Symbol, Edited(), IsLocal);

        private IEnumerable<string> Edited()
        {
            if (NameEdited)
                yield return "name";
            if (SymbolEdited)
                yield return "symbol";
        }
    }

    private static string Describe(string name, string? symbol, IEnumerable<string> edited, bool isLocal)
    {
        var members = string.Join(',', edited);
        return $"{name} {symbol}{(members.Length > 0 ? $" edited {members}" : "")}{(isLocal ? " local" : "")}";
    }

    private static CurrencyFacts Facts(string name, string symbol) =>
        CurrencyFacts
            .Create(new CurrencyStatement(name, null, null, CurrencyProfile.Empty with { Symbol = symbol }))
            .Value;

    private static Currency Brought(string code, string name, string symbol) =>
        Currency.FromDataSet(
            CurrencyCode.Create(code).Value,
            CurrencyName.Create(name).Value,
            Facts(name, symbol).Status,
            Facts(name, symbol).Kind,
            CurrencyProfile.Empty with
            {
                Symbol = symbol,
            }
        );

    private SqliteCurrenciesDbContext Open() =>
        new(
            new DbContextOptionsBuilder<SqliteCurrenciesDbContext>()
                .UseSqlite(connection)
                .UseSnakeCaseNamingConvention()
                .Options
        );

    private async Task<IReadOnlyList<string>> MergeAsync(IEnumerable<Currency> brought)
    {
        await using var context = Open();
        var merge = await CurrencyMerge.BeginAsync(context, CancellationToken.None);
        foreach (var currency in brought)
            merge.Take(currency);
        var clashes = merge.End();
        await context.SaveChangesAsync();
        return clashes;
    }

    private async Task ChangeAsync(string code, Action<Currency> change)
    {
        await using var context = Open();
        change(
            (await new CurrencyRepository(context, new NoTurn()).FindAsync(CurrencyCode.Create(code).Value, default))!
        );
        await context.SaveChangesAsync();
    }

    private async Task RemoveAsync(string code)
    {
        await using var context = Open();
        var repository = new CurrencyRepository(context, new NoTurn());
        var currency = (await repository.FindAsync(CurrencyCode.Create(code).Value, default))!;
        currency.Remove();
        repository.Remove(currency);
        await context.SaveChangesAsync();
    }

    private async Task AddAsync(string code)
    {
        await using var context = Open();
        new CurrencyRepository(context, new NoTurn()).Add(
            Currency.AddLocal(CurrencyCode.Create(code).Value, Facts("Mine", "mine"))
        );
        await context.SaveChangesAsync();
    }

    private async Task<List<string>> StoredAsync()
    {
        await using var context = Open();
        return
        [
            .. (await context.Currencies.ToListAsync())
                .OrderBy(currency => currency.Code.Value, StringComparer.Ordinal)
                .Select(c =>
                    $"{c.Code} {c.Name} {c.Profile.Symbol} v{c.Version}{Describe("", "", c.Edited, c.Origin == Origin.Local)[1..]}"
                ),
        ];
    }

    // These works add and remove; none of them counts versions.
    private sealed class NoTurn : ITurn<CurrenciesDbContext>
    {
        public Task TakeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
