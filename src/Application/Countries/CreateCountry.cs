using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Countries.Application;

/// <summary>Adds a local record with all that somebody says of it, as <c>/api/v1</c> and the admin do.</summary>
/// <param name="Draft">What is said; name and currencies at least.</param>
public sealed record CreateCountry(CountryDraft Draft) : ICommand<FoundCountry>
{
    /// <summary>What may be written into members of few and fixed values.</summary>
    public static CountryChoices Choices { get; } = new();
}

internal sealed class CreateCountryValidator : AbstractValidator<CreateCountry>
{
    public CreateCountryValidator() => RuleFor(command => command.Draft).MustPass(CountryWriter.Check);
}

internal sealed class CreateCountryHandler(
    ICountryRepository countries,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : ICommandHandler<CreateCountry, FoundCountry>
{
    public async Task<ErrorOr<FoundCountry>> Handle(CreateCountry command, CancellationToken cancellationToken)
    {
        var names = await currencies.ReadAsync(cancellationToken);
        if (names.Unknown(command.Draft, country: null) is { Count: > 0 } unknown)
            return unknown;
        var facts = command.Draft.ToFacts().Value;
        if (await countries.ObstaclesAsync(facts, country: null, cancellationToken) is { Count: > 0 } obstacles)
            return obstacles;

        var now = clock.GetUtcNow();
        var country = Country.AddLocal(CountryId.New(now), facts, now);
        countries.Add(country);
        return CountryWriter.Show(country, names, clock.Today());
    }
}
