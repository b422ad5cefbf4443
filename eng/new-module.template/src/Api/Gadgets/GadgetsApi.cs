using Microsoft.AspNetCore.Routing;
using Shared.Api;

namespace Gadgets.Api;

internal sealed class GadgetsApi : IModuleApi
{
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGadgets();
}
