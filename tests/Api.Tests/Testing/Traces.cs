using System.Text;

namespace Api.Tests.Testing;

/// <summary>For tests that look for what must be nowhere.</summary>
internal static class Traces
{
    /// <summary>Settings with which a service logs all that it ever would.</summary>
    public static Dictionary<string, string> LogAll =>
        new()
        {
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Trace",
        };

    /// <summary>The files of a storage that hold a text. A service may have them open.</summary>
    public static IEnumerable<string> FilesWith(string storage, string text) =>
        Directory
            .GetFiles(storage)
            .Where(file => Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
            .Select(file => Path.GetFileName(file));

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
