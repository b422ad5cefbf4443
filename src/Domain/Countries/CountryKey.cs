namespace Countries.Domain;

/// <summary>What a country is asked for by: one of its codes or its identity, in any case and without anything around it.</summary>
public sealed record CountryKey
{
    private CountryKey(string text) => Text = text;

    /// <summary>The one way in which the key is written: a code in upper case, an identity in lower.</summary>
    public string Text { get; }

    /// <summary>The identity, if it is one.</summary>
    public CountryId? Id { get; private init; }

    /// <summary>The code of two letters, if it is one.</summary>
    public Alpha2Code? Alpha2 { get; private init; }

    /// <summary>The code of three letters, if it is one.</summary>
    public Alpha3Code? Alpha3 { get; private init; }

    /// <summary>The code of three digits, if it is one.</summary>
    public NumericCode? Numeric { get; private init; }

    /// <summary>Reads a key as somebody wrote it; none for what is neither a code nor an identity.</summary>
    public static CountryKey? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Guid.TryParseExact(text, "D", out var id))
            return new(id.ToString()) { Id = new CountryId(id) };
        if (text.Any(char.IsWhiteSpace))
            return null;
        if (Alpha2Code.Create(text) is { IsSuccess: true, Value: var alpha2 })
            return new(alpha2.Value) { Alpha2 = alpha2 };
        if (Alpha3Code.Create(text) is { IsSuccess: true, Value: var alpha3 })
            return new(alpha3.Value) { Alpha3 = alpha3 };
        if (NumericCode.Create(text) is { IsSuccess: true, Value: var numeric })
            return new(numeric.Value) { Numeric = numeric };
        return null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
