using Shared.Domain;

namespace Gadgets.Domain;

/// <summary>The expected failures of the aggregate, beside those of its value objects.</summary>
public static class GadgetErrors
{
    /// <summary>No gadget has this identity.</summary>
    [Remedy("Look for it in the list, which tells each id.")]
    public static readonly Failure NotFound = new(
        "gadget_code.not_found",
        FailureKind.NotFound,
        "There is none with this id."
    )
    {
        Field = "id",
    };
}
