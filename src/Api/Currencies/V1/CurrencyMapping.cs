using Currencies.Application;
using Mapster;

namespace Currencies.Api.V1;

/// <summary>
/// How what a client of the native API says becomes what the use cases take. Members of one name are mapped by it; the
/// contract groups those of the amounts.
/// </summary>
internal sealed class CurrencyMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config
            .NewConfig<CurrencyRequest, CurrencyDraft>()
            .Map(draft => draft.IsoMinorUnits, request => request.MinorUnits == null ? null : request.MinorUnits.Iso)
            .Map(draft => draft.CldrDigits, request => request.MinorUnits == null ? null : request.MinorUnits.Cldr)
            .Map(draft => draft.CashDigits, request => request.MinorUnits == null ? null : request.MinorUnits.Cash)
            .Map(
                draft => draft.CashRounding,
                request => request.MinorUnits == null ? null : request.MinorUnits.CashRounding
            );
}
