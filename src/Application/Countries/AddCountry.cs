using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Countries.Application;

/// <summary>
/// Adds a local record: a country beside the data set's, with its money in the caller's own words. It is the small one, as
/// <c>/country/</c> knows it; <see cref="CreateCountry"/> takes the whole record.
/// </summary>
/// <param name="Name">Its name; free, that is, no other country's name compares equal.</param>
/// <param name="LocalCurrency">Its money. A currency's code or English name links the record to that currency.</param>
public sealed record AddCountry(string? Name, string? LocalCurrency) : ICommand<AddedCountry>;

/// <summary>The record as it was stored.</summary>
public sealed record AddedCountry(Guid Id, string Name, string LocalCurrency);

internal sealed class AddCountryValidator : AbstractValidator<AddCountry>
{
    public AddCountryValidator()
    {
        RuleFor(command => command.Name).MustBe(CountryName.Create);
        RuleFor(command => command.LocalCurrency).MustBe(LocalCurrencyName.Create);
    }
}

internal sealed class AddCountryHandler(ICountryRepository countries, ICurrencyDirectory currencies, TimeProvider clock)
    : ICommandHandler<AddCountry, AddedCountry>
{
    public async Task<ErrorOr<AddedCountry>> Handle(AddCountry command, CancellationToken cancellationToken)
    {
        var name = CountryName.Create(command.Name).Value;
        var localCurrency = LocalCurrencyName.Create(command.LocalCurrency).Value;
        if (await countries.NameIsTakenAsync(name, except: null, cancellationToken))
            return CountryErrors.NameTaken.ToError();

        var currency = await currencies.FindCodeAsync(localCurrency, cancellationToken);
        var now = clock.GetUtcNow();
        var country = Country.AddLocal(CountryId.New(now), name, localCurrency, currency, now);
        countries.Add(country);
        return new AddedCountry(country.Id.Value, name.Value, localCurrency.Value);
    }
}
