namespace Shared.Application;

/// <summary>Tells when the service can answer: once its storage is prepared.</summary>
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
