namespace Shared.Application;

/// <summary>Tells whether the service can answer: its storage is prepared and it is not about to stop.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the storage is prepared.</summary>
    public Task WhenReady => ready.Task;

    /// <summary>Whether the storage is prepared.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>Says that the storage is prepared.</summary>
    public void MarkReady() => ready.TrySetResult();
}
