using Countries.Domain;
using ErrorOr;
using Shared.Application;

namespace Countries.Application;

/// <summary>Takes a country away. Its history stays, and no newer data set brings it back.</summary>
/// <param name="Key">A code of the country, or its id.</param>
/// <param name="Version">The version that was seen; nothing to remove any.</param>
public sealed record RemoveCountry(string Key, long? Version) : ICommand<Success>;

internal sealed class RemoveCountryHandler(ICountryRepository countries) : ICommandHandler<RemoveCountry, Success>
{
    public async Task<ErrorOr<Success>> Handle(RemoveCountry command, CancellationToken cancellationToken)
    {
        if (await countries.FindAsync(command.Key, cancellationToken) is not { } country)
            return CountryErrors.NotFound(command.Key, nearest: null).ToError();
        if (command.Version is { } version && version != country.Version)
            return CountryErrors.Stale.ToError();
        country.Remove();
        countries.Remove(country);
        return Result.Success;
    }
}
