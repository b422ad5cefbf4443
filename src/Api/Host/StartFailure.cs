using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Shared.Application;
using Shared.Infrastructure;

namespace Host;

/// <summary>Says in one sentence why the service cannot start, where the reason is one that its operator can mend.</summary>
internal static class StartFailure
{
    /// <summary>The sentence, or <see langword="null"/> when the exception is a bug and must be seen whole.</summary>
    public static string? Explain(Exception exception) =>
        exception switch
        {
            AggregateException { InnerExceptions: [var only] } => Explain(only),
            StartupFailureException failure => failure.Message,
            StorageUnavailableException unavailable => unavailable.Message,
            IOException { InnerException: AddressInUseException } inUse =>
                $"{inUse.Message} Stop the program that listens there, or choose another address with --urls http://localhost:PORT.",
            IOException io when io.Message.StartsWith("Failed to bind", StringComparison.Ordinal) => io.Message,
            System.Net.Sockets.SocketException socket =>
                $"The address to listen on cannot be used: {socket.Message}. Choose another one with --urls http://localhost:PORT.",
            InvalidOperationException https
                when https.Message.StartsWith("Unable to configure HTTPS", StringComparison.Ordinal) =>
                "An address begins with https, but there is no certificate. Name one with Kestrel:Certificates:Default:Path and :Password, or let a proxy speak HTTPS.",
            CryptographicException certificate =>
                $"The certificate of Kestrel:Certificates:Default, or of an endpoint, cannot be used: {certificate.Message}",
            InvalidSettingException setting => $"The configuration cannot be understood: {setting.Message}",
            _ => null,
        };
}
