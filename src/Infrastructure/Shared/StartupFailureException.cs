namespace Shared.Infrastructure;

/// <summary>The service cannot start, for a reason that the person who starts it can mend. The message is one sentence for them.</summary>
public sealed class StartupFailureException(string message, Exception? innerException = null)
    : Exception(message, innerException);
