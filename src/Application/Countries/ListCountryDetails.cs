using Currencies.Contracts;
using ErrorOr;
using Shared.Application;

namespace Countries.Application;

/// <summary>Every country with all that is known of it, and the names of its money: what a contract with rules of its own is written from.</summary>
public sealed record ListCountryDetails : IQuery<CountryPicture>;

/// <summary>All countries at one moment.</summary>
/// <param name="Version">Equal versions, equal content: what was made of the picture may be kept under it.</param>
/// <param name="Today">The day (UTC) by which money is current.</param>
/// <param name="Countries">The countries in the order in which they were added.</param>
/// <param name="Currencies">The currencies by code, made when they are asked for: whoever kept what was made of this version pays nothing.</param>
public sealed record CountryPicture(
    string Version,
    DateOnly Today,
    IReadOnlyList<CountryDetails> Countries,
    Lazy<IReadOnlyDictionary<string, CurrencyWords>> Currencies
);

/// <summary>What a currency is called.</summary>
/// <param name="Name">The English name.</param>
/// <param name="Symbol">The shortest symbol, which other currencies may share ("$"); none where there is none.</param>
/// <param name="LocalSymbol">The symbol that people write where it is at home ("د.إ."), where that is not the code.</param>
public sealed record CurrencyWords(string Name, string? Symbol, string? LocalSymbol);

internal sealed class ListCountryDetailsHandler(
    ICountryCatalogue catalogue,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<ListCountryDetails, CountryPicture>
{
    public async Task<ErrorOr<CountryPicture>> Handle(ListCountryDetails query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var names = await currencies.ReadAsync(cancellationToken);
        var today = clock.Today();
        return new CountryPicture(
            countries.VersionWith(names, today),
            today,
            countries.All,
            new(() =>
                names.ByCode.Values.ToDictionary(c => c.Code, c => new CurrencyWords(c.Name, c.Symbol, c.LocalSymbol))
            )
        );
    }
}
