using Currencies.Api.Admin;
using Currencies.Api.Explorer;
using Currencies.Api.V1;
using Microsoft.AspNetCore.Routing;
using Shared.Api;
using Shared.Api.Admin;

namespace Currencies.Api;

internal sealed class CurrenciesApi : IModuleApi
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCurrencyPages();
        endpoints.MapCurrencies();
        endpoints.MapCurrencyWrites();
        endpoints.MapAdmin(CurrencyAdmin.Currencies);
    }
}
