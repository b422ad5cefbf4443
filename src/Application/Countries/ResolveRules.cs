using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>The ways in which a text can mean a country, the surest first.</summary>
internal static class ResolveRules
{
    /// <summary>The rules by which a country's own codes are compared: the name of the rule and the codes.</summary>
    public static readonly IReadOnlyList<(string Rule, Func<CountryDetails, IEnumerable<string?>> Codes)> Codes =
    [
        ("alpha2", country => [country.Alpha2]),
        ("alpha3", country => [country.Alpha3]),
        ("numeric", country => [country.Numeric]),
        ("flag", country => [country.Flag]),
        ("tld", country => country.Tlds),
        ("callingCode", country => country.CallingCodes.SelectMany(code => new[] { $"+{code}", $"00{code}", code })),
        ("ioc", country => [country.Ioc]),
        ("fifa", country => country.Fifa?.Split(',') ?? []),
    ];

    /// <summary>The rule for codes of ISO 3166-3.</summary>
    public const string FormerCode = "formerCode";

    /// <summary>The rule by which a name answers.</summary>
    public static string OfName(MatchRank rank) =>
        rank switch
        {
            MatchRank.Exact => "name",
            MatchRank.Prefix => "namePrefix",
            MatchRank.WordPrefix => "nameWord",
            MatchRank.Contains => "namePart",
            _ => "misspeltName",
        };

    /// <summary>The former countries that a text is a code or the name of.</summary>
    public static IEnumerable<FormerCountry> Former(IReadOnlyList<FormerCountry> all, string text) =>
        all.Where(former =>
            new[] { former.Alpha2, former.Alpha3, former.Alpha4, former.Numeric, former.Name }.Contains(
                text,
                StringComparer.OrdinalIgnoreCase
            )
        );

    /// <summary>The alpha-2 codes of the countries of today that came after a former one, also by way of others (YU, CS, RS).</summary>
    public static IEnumerable<string> HeirsOf(FormerCountry former, IReadOnlyList<FormerCountry> all) =>
        former
            .Successors.SelectMany(code =>
                all.FirstOrDefault(next => next.Alpha2 == code && next != former && IsAfter(next, former)) is { } next
                    ? HeirsOf(next, all)
                    : [code]
            )
            .Distinct();

    /// <summary>Codes are given again: CS was Czechoslovakia before it was Serbia and Montenegro.</summary>
    private static bool IsAfter(FormerCountry next, FormerCountry former) =>
        string.CompareOrdinal(next.From, former.To) >= 0;
}
