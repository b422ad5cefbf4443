using System.Buffers;

namespace Access.Domain;

/// <summary>Digits and letters only: what is written in them is one word to a shell, to a URL and to a double click.</summary>
internal static class Base62
{
    public const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Known = SearchValues.Create(Digits);

    /// <summary>Whether a text has no other characters.</summary>
    public static bool IsWritten(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Known);

    /// <summary>A number, with zeros before it up to the length.</summary>
    public static string Write(uint number, int length)
    {
        var text = new char[length];
        for (var i = length - 1; i >= 0; i--, number /= (uint)Digits.Length)
            text[i] = Digits[(int)(number % Digits.Length)];
        return new string(text);
    }
}
