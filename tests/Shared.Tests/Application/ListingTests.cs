using System.Globalization;
using CsCheck;
using ErrorOr;
using Shared.Application.Lists;

namespace Shared.Tests.Application;

/// <summary>Lists: filters, orders and pages, whatever the rows are.</summary>
[TestFixture]
internal sealed class ListingTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly string[] Keys = ["name", "size", "word"];

    private static readonly Gen<Row> AnyRow = Gen.Select(
        Gen.OneOf<string>(["Ägypten", "Zypern", "agua", "Åland", "", "Österreich", "zebra", "a", "A"]),
        Gen.Int[0, 5].Select(size => size == 0 ? (double?)null : size),
        Gen.OneOf<string?>([null, "x", "y", "Z"]),
        (name, size, word) => new Row("", name, size, word)
    );

    private static readonly Gen<List<Row>> AnyRows = AnyRow.List[0, 40].Select(Numbered);

    private static readonly Gen<List<SortTerm>> AnySort = Gen.Select(
        Gen.Shuffle(Keys),
        Gen.Int[0, 3],
        Gen.Bool.Array[3],
        (keys, count, down) => keys.Take(count).Select((key, i) => new SortTerm(key, down[i])).ToList()
    );

    [Test]
    public void Pages_of_any_order_together_are_the_whole_list_without_double_or_gap() =>
        Gen.Select(AnyRows, AnySort, Gen.Int[1, 7], Gen.OneOf<string?>([null, "a"]))
            .Sample(
                (rows, sort, limit, search) =>
                {
                    var query = new ListQuery { Sort = sort, Search = search };
                    var whole = Find(rows, query with { Limit = 200 }).Value.Page;
                    var pages = Pages(query with { Limit = limit }, _ => rows);
                    return pages.SequenceEqual(whole.Items) && (search is not null || whole.Total == rows.Count);
                }
            );

    [Test]
    public void A_row_that_comes_between_two_pages_moves_no_other_one() =>
        Gen.Select(AnyRows, AnyRow, AnySort, Gen.Int[1, 7])
            .Sample(
                (rows, late, sort, limit) =>
                {
                    var query = new ListQuery { Sort = sort, Limit = limit };
                    var more = rows.Append(late with { Key = "late" }).ToList();
                    var pages = Pages(query, page => page == 0 ? rows : more).Where(row => row.Key != "late");
                    return pages.Select(row => row.Key).Order().SequenceEqual(rows.Select(row => row.Key).Order());
                }
            );

    [Test]
    public void Rows_without_a_value_stand_last_in_both_directions() =>
        Gen.Select(AnyRows, Gen.Bool)
            .Sample(
                (rows, descending) =>
                {
                    var query = new ListQuery { Sort = [new SortTerm("size", descending)], Limit = 200 };
                    var sizes = Find(rows, query).Value.Page.Items.Select(row => row.Size).ToList();
                    var known = sizes.TakeWhile(size => size is not null).ToList();
                    return sizes.Skip(known.Count).All(size => size is null)
                        && known.SequenceEqual(descending ? known.OrderDescending() : known.Order());
                }
            );

    [TestCase("sv", "Zypern Ägypten")]
    [TestCase("de", "Ägypten Zypern")]
    public void Names_sort_as_the_language_does(string language, string order)
    {
        List<Row> rows = Numbered([new("", "Ägypten", 1, null), new("", "Zypern", 1, null)]);

        var found = Find(rows, new ListQuery { Language = new LanguageWish(language, []) });

        Assert.That(string.Join(' ', found.Value.Page.Items.Select(row => row.Name)), Is.EqualTo(order));
    }

    [Test]
    public void No_text_as_cursor_is_more_than_refused() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ABCabc019-_"], 0, 200])
            .Sample(text =>
                Find(Numbered([new("", "a", 1, null)]), new ListQuery { Cursor = text }).FirstError.Code
                == "query.cursor.invalid"
            );

    [Test]
    public void No_search_and_no_word_is_more_than_refused() =>
        Gen.Select(Gen.String, Gen.String, Gen.String)
            .Sample(
                (search, filter, sort) =>
                {
                    var query = new ListQuery
                    {
                        Search = search,
                        Filters = [new FilterTerm(filter, [search])],
                        Sort = [new SortTerm(sort, false)],
                        Language = new LanguageWish(search, [filter]),
                    };
                    return Find([], query).IsError;
                }
            );

    private static ErrorOr<FoundRows<Row>> Find(IEnumerable<Row> rows, ListQuery query) =>
        new Listing<Row>(Table, rows).Find(query, Today);

    private static List<Row> Pages(ListQuery query, Func<int, List<Row>> rowsOf)
    {
        var all = new List<Row>();
        for (var page = 0; ; page++)
        {
            var found = Find(rowsOf(page), query).Value.Page;
            all.AddRange(found.Items);
            if (found.Next is null)
                return all;
            query = query with { Cursor = found.Next };
        }
    }

    private static List<Row> Numbered(IEnumerable<Row> rows) =>
        [.. rows.Select((row, i) => row with { Key = i.ToString("D3", CultureInfo.InvariantCulture) })];

    private static readonly ListTable<Row> Table = new()
    {
        Key = row => row.Key,
        Names = row => [new SearchText(row.Name)],
        Languages = _ => ["de", "sv"],
        DefaultSort = "name",
        Filters = [new("word", "A word.", (row, _) => row.Word is { } word ? [word] : [])],
        SortKeys =
        [
            new("name", (row, _) => SortValue.OfName(row.Name)),
            new("size", (row, _) => SortValue.Of(row.Size)),
            new("word", (row, _) => SortValue.OfWord(row.Word)),
        ],
    };

    private sealed record Row(string Key, string Name, double? Size, string? Word);
}
