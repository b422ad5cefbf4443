using Currencies.Domain;
using ErrorOr;
using Shared.Application;

namespace Currencies.Application;

/// <summary>Takes a currency away. Its history stays, and no newer data set brings it back; countries keep its code.</summary>
/// <param name="Code">The currency.</param>
/// <param name="Version">The version that was seen; nothing to remove any.</param>
public sealed record RemoveCurrency(string Code, long? Version) : ICommand<Success>;

internal sealed class RemoveCurrencyHandler(ICurrencyRepository currencies) : ICommandHandler<RemoveCurrency, Success>
{
    public async Task<ErrorOr<Success>> Handle(RemoveCurrency command, CancellationToken cancellationToken)
    {
        if (await currencies.FindAsync(command.Code, cancellationToken) is not { } currency)
            return CurrencyErrors.NotFound(command.Code, nearest: null).ToError();
        if (command.Version is { } version && version != currency.Version)
            return CurrencyErrors.Stale.ToError();
        currency.Remove();
        currencies.Remove(currency);
        return Result.Success;
    }
}
