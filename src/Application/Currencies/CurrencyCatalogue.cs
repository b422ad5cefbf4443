using Currencies.Contracts;
using Currencies.Domain;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;
using Shared.Domain;

namespace Currencies.Application;

/// <summary>Gives the read side: all currencies in memory, as of the last commit.</summary>
public interface ICurrencyCatalogue
{
    /// <summary>The currencies as they stand now; a writer finds its own change in it.</summary>
    ValueTask<CurrencyCatalogue> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>All currencies at one moment, with the indexes that queries use. It never changes.</summary>
public sealed class CurrencyCatalogue
{
    private readonly Dictionary<string, CurrencyDetails> byCode;
    private readonly Dictionary<string, CurrencyDetails> byFoldedName = [];

    /// <summary>Makes the indexes.</summary>
    /// <param name="version">Equal versions, equal content.</param>
    /// <param name="currencies">The currencies.</param>
    public CurrencyCatalogue(string version, IEnumerable<CurrencyDetails> currencies)
    {
        Version = version;
        All = [.. currencies.OrderBy(currency => currency.Code, StringComparer.Ordinal)];
        Listing = new(CurrencyTable.Table, All);
        byCode = All.ToDictionary(currency => currency.Code, StringComparer.OrdinalIgnoreCase);
        Names = new(version, All.ToDictionary(currency => currency.Code, currency => currency.Summary));
        // "Zimbabwean Dollar (1980-2008)" and the like never clash; where two do, the active one has the name.
        foreach (var currency in All.OrderBy(currency => currency.Status, StringComparer.Ordinal))
            byFoldedName.TryAdd(PlainText.Fold(currency.Name), currency);
    }

    /// <summary>Equal versions, equal content.</summary>
    public string Version { get; }

    /// <summary>The currencies by code.</summary>
    public IReadOnlyList<CurrencyDetails> All { get; }

    /// <summary>What other modules may know of them.</summary>
    public CurrencyNames Names { get; }

    /// <summary>The currencies as they can be searched, filtered and sorted.</summary>
    internal Listing<CurrencyDetails> Listing { get; }

    /// <summary>The currency with this code, in any case.</summary>
    /// <returns>The currency, or <c>currency.not_found</c> with the code of the one that was probably meant.</returns>
    internal ErrorOr<CurrencyDetails> Find(string code)
    {
        if (byCode.TryGetValue(code, out var currency))
            return currency;
        return NotFound(code).ToError();
    }

    /// <summary>The failure that no currency has a code, with the one that was probably meant.</summary>
    internal Failure NotFound(string code)
    {
        var meant = Listing.Meant(code)?.Code;
        return CurrencyErrors.NotFound(code, meant ?? Nearest.To(code, byCode.Keys));
    }

    /// <summary>The currency whose code, or else whose English name, equals the text, in any case.</summary>
    public CurrencyDetails? Match(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return byCode.GetValueOrDefault(text.Trim()) ?? byFoldedName.GetValueOrDefault(PlainText.Fold(text));
    }
}
