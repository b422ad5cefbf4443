using System.IO.Compression;
using System.Reflection;
using Access.Application;
using Access.Domain;

namespace Access.Infrastructure.Passwords;

/// <summary>
/// The list of zxcvbn: some 18,000 passwords of eight characters or more, in small letters. It is looked through as it
/// unpacks, a few milliseconds for the rare moment in which somebody chooses a password; so it takes no memory.
/// </summary>
internal sealed class CommonPasswords : ICommonPasswords
{
    private const string Resource = "common-passwords.txt.gz";

    public bool Contains(Password password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var wanted = password.Reveal().ToLowerInvariant();
        using var packed = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            if (line == wanted)
                return true;
        }
        return false;
    }
}
