using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;
using Shared.Domain;

namespace Countries.Application;

/// <summary>What the use cases that write a whole record have in common.</summary>
internal static class CountryWriter
{
    /// <summary>Lets a validator ask the facts, so that the two can never disagree.</summary>
    public static List<Failure> Check(CountryDraft? draft) => [.. (draft ?? new CountryDraft()).ToFacts().Failures];

    /// <summary>What stands in the way of the facts: a name or a code that another record has.</summary>
    /// <param name="countries">The countries.</param>
    /// <param name="facts">What is to be said.</param>
    /// <param name="country">The record that they are for; nothing when it is new.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<Error>> ObstaclesAsync(
        this ICountryRepository countries,
        CountryFacts facts,
        Country? country,
        CancellationToken cancellationToken
    )
    {
        var errors = new List<Error>();
        if (await countries.NameIsTakenAsync(facts.Name, country?.Id, cancellationToken))
            errors.Add(CountryErrors.NameTaken.ToError());
        if (
            facts.Codes is { } codes
            && codes != country?.Codes
            && await countries.TakenCodeAsync(codes, country?.Id, cancellationToken) is { } taken
        )
            errors.Add((MemberErrors.Taken($"country.{taken}") with { Field = taken }).ToError());
        return errors;
    }

    /// <summary>The currencies of a draft that nobody knows. One that the record had before may be unknown by now, and stays.</summary>
    public static List<Error> Unknown(this CurrencyNames known, CountryDraft draft, Country? country)
    {
        var before = country?.TenderPeriods.Select(period => period.Currency.Value).ToHashSet() ?? [];
        return
        [
            .. from item in (draft.Currencies ?? []).Select((currency, i) => (Code: currency.Currency, Index: i))
            let code = CurrencyCode.Create(item.Code).Value.Value
            where !known.ByCode.ContainsKey(code) && !before.Contains(code)
            select CountryErrors
                .UnknownMoney($"currencies[{item.Index}].code", code, Nearest.To(code, known.ByCode.Keys))
                .ToError(),
        ];
    }

    /// <summary>The record as it will be read, in English, as what was written is.</summary>
    public static FoundCountry Show(Country country, CurrencyNames currencies, DateOnly today) =>
        new(
            CountryView.Of(CountryDetails.Of(country), new ListContext(today, Language.English), currencies),
            Language.English.Code
        );
}
