using Shared.Domain;

namespace Currencies.Domain;

/// <summary>The currencies, as a handler that changes one sees them: inside its unit of work.</summary>
public interface ICurrencyRepository
{
    /// <summary>The currency with a code.</summary>
    Task<Currency?> FindAsync(CurrencyCode code, CancellationToken cancellationToken);

    /// <summary>
    /// How many versions currencies with a code have had, those of removed ones among them. Until the unit of work ends, nobody
    /// else adds one.
    /// </summary>
    Task<int> CountVersionsAsync(CurrencyCode code, CancellationToken cancellationToken);

    /// <summary>Adds a currency.</summary>
    void Add(Currency currency);

    /// <summary>Takes a currency away for good. One of the data set does not come back with a newer one.</summary>
    void Remove(Currency currency);
}

/// <summary>What can be asked of every repository of currencies.</summary>
public static class CurrencyRepositories
{
    /// <summary>The currency with a code as somebody wrote it, in any case and without anything around it; none for what is no code.</summary>
    public static Task<Currency?> FindAsync(
        this ICurrencyRepository currencies,
        string text,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(currencies);
        ArgumentNullException.ThrowIfNull(text);
        return !text.Any(char.IsWhiteSpace) && CurrencyCode.Create(text) is { IsSuccess: true, Value: var code }
            ? currencies.FindAsync(code, cancellationToken)
            : Task.FromResult<Currency?>(null);
    }
}
