using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shared.Infrastructure;

namespace Access.Infrastructure.KeyRing;

/// <summary>Installs Data Protection with the keys in the module's database.</summary>
internal static class KeyRingSetup
{
    private const string CertificateSetting = "Access:KeyRingCertificate";
    private const string PasswordSetting = "Access:KeyRingCertificatePassword";

    /// <summary>Installs it. Nothing is read until a page needs it.</summary>
    /// <exception cref="StartupFailureException">The certificate cannot be used.</exception>
    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("Countries");
        // It reads the keys as soon as the host starts: before there is a database, and also where nobody ever signs in.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = ActivatorUtilities.CreateInstance<StoredKeyRing>(provider)
            )
        );
        if (configuration[CertificateSetting] is not { Length: > 0 } file)
            return;
        var certificate = Load(file, configuration[PasswordSetting]);
        protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
    }

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey
                ? certificate
                : throw new StartupFailureException($"{CertificateSetting}: {file} holds no private key.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupFailureException($"{CertificateSetting}: {file} cannot be read: {e.Message}");
        }
    }
}
