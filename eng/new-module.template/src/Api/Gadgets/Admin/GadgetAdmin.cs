using Gadgets.Api.V1;
using Gadgets.Application;
using Shared.Api.Admin;
using Shared.Application.Lists;

namespace Gadgets.Api.Admin;

/// <summary>The gadgets in the admin.</summary>
internal static class GadgetAdmin
{
    public static readonly AdminResource<GadgetRequest, GadgetItem> Gadgets = new(
        "gadgets-path",
        "gadget-words",
        "gadgets-words",
        GadgetEndpoints.Shape
    )
    {
        Permission = "gadgets-path",
        Key = gadget => gadget.Id.ToString(),
        Title = gadget => gadget.Name,
        Columns = ["name", "id"],
        Words = KeyPages.Words,
        Form = [new("", new Field("name"))],
        List = (call, query) => call.SendAsync(new ListGadgets(query)),
        Add = (call, body) => call.SendAsync(call.Map<AddGadget>(body)),
    };
}
