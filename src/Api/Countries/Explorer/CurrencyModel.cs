using Countries.Application;
using Shared.Api.V1;

namespace Countries.Api.Explorer;

/// <summary>What the page of a currency shows.</summary>
/// <param name="Story">What there is to tell.</param>
/// <param name="Language">The language of names.</param>
/// <param name="Links">Where links lead.</param>
/// <param name="On">The day that is asked about; today when there is none.</param>
public sealed record CurrencyModel(CurrencyStory Story, string Language, Links Links, DateOnly? On)
{
    // What the map and the table call the state of a use. The script that moves the slider uses the same words.
    private const string Now = "now";
    private const string Beside = "beside";
    private const string Past = "past";
    private const string Ahead = "ahead";

    private static readonly string[] ByImportance = [Now, Beside, Past, Ahead];

    /// <summary>The day that is shown.</summary>
    public DateOnly Day => On ?? Story.Today;

    /// <summary>What could not be understood.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The first day that the slider reaches.</summary>
    public DateOnly First =>
        Story.Uses.Select(use => use.Tender.From ?? use.Tender.To).OfType<DateOnly>().DefaultIfEmpty(Story.Today).Min();

    /// <summary>The last day that the slider reaches.</summary>
    public DateOnly Last => Story.Uses.Select(use => use.Tender.From).OfType<DateOnly>().Append(Story.Today).Max();

    /// <summary>In how many countries it is money on the day, in any way.</summary>
    public int CountriesOnDay =>
        Story.Uses.Where(use => use.Tender.Covers(Day)).Select(use => use.Country.Id).Distinct().Count();

    /// <summary>The map of where it is money on the day.</summary>
    public MapPicture Map
    {
        get
        {
            var states = Story
                .Uses.GroupBy(use => use.Country.Alpha2 ?? "")
                .ToDictionary(
                    uses => uses.Key,
                    uses => uses.Select(StateOf).MinBy(state => Array.IndexOf(ByImportance, state))!
                );
            return MapPicture.OfWorld(
                $"Where {Story.Name} is money",
                code => Story.Names.TryGetValue(code, out var name) ? (states.GetValueOrDefault(code, ""), name) : null
            );
        }
    }

    /// <summary>The same as data.</summary>
    public IReadOnlyList<string> Data
    {
        get
        {
            var path = $"{V1Endpoints.Path}/currencies/{Story.Code}";
            var countries = On is { } day ? $"{path}/countries?on={day.Iso()}" : $"{path}/countries";
            // The older contract knows the money of today only.
            var isMoneyToday = Story.Uses.Any(use => use.Tender.Kind == Tender.Legal && use.Tender.Covers(Story.Today));
            string[] older = isMoneyToday ? [$"/v3.1/currency/{Story.Code}"] : [];
            return [path, countries, $"{path}/succession", .. older];
        }
    }

    /// <summary>The state of a use on the day, as a class.</summary>
    internal string StateOf(CurrencyUse use)
    {
        var tender = use.Tender;
        if (tender.Covers(Day))
            return tender.Kind == Tender.Legal ? Now : Beside;
        return tender.To < Day ? Past : Ahead;
    }

    /// <summary>The state of a use on the day, in words.</summary>
    internal string WordsOf(CurrencyUse use) =>
        StateOf(use) switch
        {
            Now or Beside => "yes",
            Past => "no longer",
            _ => "not yet",
        };
}
