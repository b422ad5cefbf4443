using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Countries.Application;

/// <summary>Says all that is now to be said of a country. What the draft leaves out is not known any longer.</summary>
/// <param name="Key">A code of the country, or its id.</param>
/// <param name="Version">The version that the draft was made from; nothing to write over any.</param>
/// <param name="Draft">What is said.</param>
public sealed record EditCountry(string Key, long? Version, CountryDraft Draft) : ICommand<FoundCountry>
{
    /// <summary>
    /// Whether the currencies of the draft are all that were ever money there. Else they are those of now, and periods that
    /// are over or still to come stay.
    /// </summary>
    public bool SaysAllMoney { get; init; }
}

internal sealed class EditCountryValidator : AbstractValidator<EditCountry>
{
    public EditCountryValidator() => RuleFor(command => command.Draft).MustPass(CountryWriter.Check);
}

internal sealed class EditCountryHandler(
    ICountryRepository countries,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : ICommandHandler<EditCountry, FoundCountry>
{
    public async Task<ErrorOr<FoundCountry>> Handle(EditCountry command, CancellationToken cancellationToken)
    {
        if (await countries.FindAsync(command.Key, cancellationToken) is not { } country)
            return CountryErrors.NotFound(command.Key, nearest: null).ToError();
        if (command.Version is { } version && version != country.Version)
            return CountryErrors.Stale.ToError();
        var names = await currencies.ReadAsync(cancellationToken);
        if (names.Unknown(command.Draft, country) is { Count: > 0 } unknown)
            return unknown;
        var checkedFacts = command.Draft.ToFacts(
            country,
            command.SaysAllMoney ? [] : country.TenderPeriods,
            clock.Today()
        );
        if (!checkedFacts.IsSuccess)
            return checkedFacts.Failures.Select(failure => failure.ToError()).ToList();
        var facts = checkedFacts.Value;
        if (await countries.ObstaclesAsync(facts, country, cancellationToken) is { Count: > 0 } obstacles)
            return obstacles;

        if (country.Edit(facts) is { } refusal)
            return refusal.ToError();
        return CountryWriter.Show(country, names, clock.Today());
    }
}
