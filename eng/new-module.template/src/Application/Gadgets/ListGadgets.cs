using System.Globalization;
using ErrorOr;
using FluentValidation;
using Gadgets.Domain;
using Shared.Application;

namespace Gadgets.Application;

/// <summary>Lists the gadgets page by page, in the order in which they were added.</summary>
/// <param name="After">The last one of the page before; none for the first page.</param>
/// <param name="Limit">How many a page holds at most; the default where none is given.</param>
public sealed record ListGadgets(Guid? After, int? Limit) : IQuery<GadgetPage>
{
    /// <summary>How many a page holds where the caller does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The largest page.</summary>
    public const int MaxLimit = 200;
}

/// <summary>A page.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Next">What the next page comes after; none on the last one.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record GadgetPage(IReadOnlyList<GadgetListItem> Items, Guid? Next, int Total);

/// <summary>A gadget on a page.</summary>
public sealed record GadgetListItem(Guid Id, string Name);

/// <summary>Reads gadgets by key, so that the last page costs no more than the first.</summary>
public interface IGadgetReader
{
    /// <summary>The first ones after a key, by key.</summary>
    Task<IReadOnlyList<GadgetListItem>> ReadAsync(GadgetId? after, int count, CancellationToken cancellationToken);

    /// <summary>How many there are.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);
}

internal sealed class ListGadgetsValidator : AbstractValidator<ListGadgets>
{
    public ListGadgetsValidator() =>
        RuleFor(query => query.Limit)
            .InclusiveBetween(1, ListGadgets.MaxLimit)
            .WithErrorCode("gadget_code.page.limit")
            .WithMessage($"A page holds 1 to {ListGadgets.MaxLimit.ToString(CultureInfo.InvariantCulture)} items.");
}

internal sealed class ListGadgetsHandler(IGadgetReader gadgets) : IQueryHandler<ListGadgets, GadgetPage>
{
    public async Task<ErrorOr<GadgetPage>> Handle(ListGadgets query, CancellationToken cancellationToken)
    {
        var limit = query.Limit ?? ListGadgets.DefaultLimit;
        GadgetId? after = query.After is { } key ? new GadgetId(key) : null;
        // One more than the page holds tells whether there is a next one.
        var items = await gadgets.ReadAsync(after, limit + 1, cancellationToken);
        var total = await gadgets.CountAsync(cancellationToken);
        return items.Count <= limit
            ? new GadgetPage(items, Next: null, total)
            : new GadgetPage([.. items.Take(limit)], items[limit - 1].Id, total);
    }
}
