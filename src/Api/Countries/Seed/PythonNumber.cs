using System.Globalization;

namespace Countries.Api.Seed;

/// <summary>Writes a number as the seed, a Python program, did: a number in a text field became its text.</summary>
internal static class PythonNumber
{
    /// <summary>The text: 12 as "12", 1.50 as "1.5", 1e2 as "100.0".</summary>
    /// <param name="raw">The number as JSON writes it.</param>
    /// <exception cref="OverflowException">No double holds it.</exception>
    public static string Text(string raw)
    {
        if (raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return raw == "-0" ? "0" : raw;
        var number = double.Parse(raw, CultureInfo.InvariantCulture);
        if (double.IsInfinity(number))
            throw new OverflowException("a number is out of range");
        var sign = double.IsNegative(number) ? "-" : "";
        var (digits, exponent) = Shortest(Math.Abs(number));
        return sign
            + exponent switch
            {
                >= 16 or < -4 =>
                    $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}",
                < 0 => $"0.{new string('0', -exponent - 1)}{digits}",
                _ when digits.Length <= exponent + 1 => $"{digits.PadRight(exponent + 1, '0')}.0",
                _ => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
            };
    }

    /// <summary>The fewest digits that name the number, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Shortest(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var power = text.Length > 1 ? int.Parse(text[1], CultureInfo.InvariantCulture) : 0;
        var whole = text[0].Split('.')[0];
        var all = text[0].Replace(".", "", StringComparison.Ordinal);
        var significant = all.TrimStart('0');
        if (significant.Length == 0)
            return ("0", 0);
        return (significant.TrimEnd('0'), power + whole.Length - 1 - (all.Length - significant.Length));
    }
}
