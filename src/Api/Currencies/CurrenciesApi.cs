using Microsoft.AspNetCore.Routing;
using Shared.Api;

namespace Currencies.Api;

/// <summary>The module speaks to other modules only, so far: through <c>ICurrencyDirectory</c>.</summary>
internal sealed class CurrenciesApi : IModuleApi
{
    public void Map(IEndpointRouteBuilder endpoints) { }
}
