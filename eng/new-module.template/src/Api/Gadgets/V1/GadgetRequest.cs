using Gadgets.Application;
using Mapster;

namespace Gadgets.Api.V1;

/// <summary>What a client says of a gadget: the body of a write, with the names of its shape.</summary>
internal sealed record GadgetRequest
{
    public string? Name { get; init; }
}

/// <summary>How what a client says becomes what the use cases take.</summary>
internal sealed class GadgetMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<GadgetRequest, AddGadget>().MapWith(request => new AddGadget(request.Name));
}
