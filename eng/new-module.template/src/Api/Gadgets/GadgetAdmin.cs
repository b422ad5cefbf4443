using Gadgets.Application;
using Shared.Api.Admin;
using Shared.Api.V1;
using Shared.Application.Lists;

namespace Gadgets.Api;

/// <summary>The gadgets in the admin.</summary>
internal static class GadgetAdmin
{
    private static readonly Shape<GadgetListItem> Shape = new("gadget")
    {
        { "id", "Its identity.", gadget => gadget.Id.ToString() },
        { "name", "Its name.", gadget => gadget.Name },
    };

    public static readonly AdminResource<NewGadget, GadgetListItem> Gadgets = new(
        "gadgets-path",
        "gadget-words",
        "gadgets-words",
        Shape
    )
    {
        Permission = "gadgets-path",
        Key = gadget => gadget.Id.ToString(),
        Title = gadget => gadget.Name,
        Columns = ["name", "id"],
        Words = new ListWords([], []),
        Form = [new("", new Field("name"))],
        List = async (call, query) =>
            (
                await call.SendAsync(
                    new ListGadgets(Guid.TryParse(query.Cursor, out var after) ? after : null, query.Limit)
                )
            ).Then(page => new Page<GadgetListItem>(page.Items, page.Total, page.Next?.ToString(), "en")),
        Add = async (call, body) =>
            (await call.SendAsync(call.Map<AddGadget>(body))).Then(added => new GadgetListItem(added.Id, added.Name)),
    };
}
