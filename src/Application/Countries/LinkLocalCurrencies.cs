using Countries.Domain;
using Currencies.Contracts;
using Shared.Application.Events;

namespace Countries.Application;

/// <summary>When currencies become known, links the local records whose words mean one of them.</summary>
internal sealed class LinkLocalCurrencies(ICountryRepository countries, ICurrencyDirectory currencies)
    : IIntegrationEventHandler<CurrencyDataSetWasLoaded>
{
    public async Task HandleAsync(CurrencyDataSetWasLoaded integrationEvent, CancellationToken cancellationToken)
    {
        foreach (var country in await countries.WithUnlinkedLocalCurrencyAsync(cancellationToken))
        {
            if (await currencies.FindCodeAsync(country.LocalCurrency!, cancellationToken) is { } currency)
                country.LinkLocalCurrency(currency);
        }
    }
}
