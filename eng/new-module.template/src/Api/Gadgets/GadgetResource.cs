using Gadgets.Application;
using Mapster;

namespace Gadgets.Api;

/// <summary>A gadget as consumers know it.</summary>
internal sealed record GadgetResource(Guid Id, string Name);

/// <summary>A page of gadgets.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Next">The value of <c>after</c> that gives the next page; none on the last one.</param>
internal sealed record GadgetPageResource(IReadOnlyList<GadgetResource> Items, Guid? Next);

/// <summary>What somebody posts to add a gadget.</summary>
internal sealed record NewGadget(string? Name);

/// <summary>How the contract's types and those of the use cases become each other.</summary>
internal sealed class GadgetMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<NewGadget, AddGadget>().MapWith(gadget => new AddGadget(gadget.Name));
        config.NewConfig<AddedGadget, GadgetResource>().MapWith(gadget => new GadgetResource(gadget.Id, gadget.Name));
        config.NewConfig<GadgetListItem, GadgetResource>().MapWith(item => new GadgetResource(item.Id, item.Name));
    }
}
