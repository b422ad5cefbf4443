using ErrorOr;
using Gadgets.Domain;
using Shared.Application;

namespace Gadgets.Application;

/// <summary>Shows one gadget.</summary>
/// <param name="Id">Its identity.</param>
public sealed record GetGadget(Guid Id) : IQuery<GadgetItem>;

internal sealed class GetGadgetHandler(IGadgetReader gadgets) : IQueryHandler<GetGadget, GadgetItem>
{
    public async Task<ErrorOr<GadgetItem>> Handle(GetGadget query, CancellationToken cancellationToken) =>
        await gadgets.FindAsync(new GadgetId(query.Id), cancellationToken) is { } gadget
            ? gadget
            : GadgetErrors.NotFound.ToError();
}
