using ErrorOr;
using Gadgets.Domain;
using Shared.Application;
using Shared.Application.Lists;

namespace Gadgets.Application;

/// <summary>Lists the gadgets page by page, in the order in which they were added.</summary>
/// <param name="Query">Limit and cursor.</param>
public sealed record ListGadgets(ListQuery Query) : IQuery<Page<GadgetItem>>;

internal sealed class ListGadgetsHandler(IGadgetReader gadgets) : IQueryHandler<ListGadgets, Page<GadgetItem>>
{
    public Task<ErrorOr<Page<GadgetItem>>> Handle(ListGadgets query, CancellationToken cancellationToken) =>
        KeyPages.ReadAsync<GadgetItem, Guid>(
            query.Query,
            "gadgets-path",
            gadget => gadget.Id,
            (after, count) => gadgets.ReadAsync(after is { } id ? new GadgetId(id) : null, count, cancellationToken),
            () => gadgets.CountAsync(cancellationToken)
        );
}
