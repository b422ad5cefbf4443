using Currencies.Api.V1;
using Microsoft.AspNetCore.Routing;
using Shared.Api;

namespace Currencies.Api;

internal sealed class CurrenciesApi : IModuleApi
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCurrencies();
        endpoints.MapCurrencyWrites();
    }
}
