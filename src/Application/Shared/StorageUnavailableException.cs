namespace Shared.Application;

/// <summary>The database cannot do its work just now: it is busy, full, read-only or out of reach.</summary>
public sealed class StorageUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
