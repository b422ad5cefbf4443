using Shared.Domain;

namespace Shared.Application;

/// <summary>The expected failures of the outbox.</summary>
public static class OutboxErrors
{
    /// <summary>There is nothing to set free.</summary>
    [Remedy("Look at the parked events again; somebody else may have been first.")]
    public static readonly Failure NotParked = new(
        "outbox.not_parked",
        FailureKind.Conflict,
        "None of these events is parked. They are tried by themselves, or were sent."
    );
}
