using Gadgets.Api.Admin;
using Gadgets.Api.V1;
using Microsoft.AspNetCore.Routing;
using Shared.Api;
using Shared.Api.Admin;

namespace Gadgets.Api;

internal sealed class GadgetsApi : IModuleApi
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGadgets();
        endpoints.MapAdmin(GadgetAdmin.Gadgets);
    }
}
