using Countries.Application;
using Mapster;

namespace Countries.Api.V1;

/// <summary>
/// How what a client of the native API says becomes what the use cases take. Members of one name are mapped by it; those
/// that are named otherwise in the contract stand here, and one without a source breaks the build's tests.
/// </summary>
internal sealed class CountryMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config
            .NewConfig<CountryRequest, CountryDraft>()
            .Map(draft => draft.AreaKm2, request => request.Area)
            .Map(draft => draft.GdpUsd, request => request.Gdp)
            .Map(draft => draft.LiteracyPercent, request => request.Literacy);
        config.NewConfig<MoneyRequest, TenderDraft>().Map(draft => draft.Currency, request => request.Code);
        config.NewConfig<NativeNameRequest, NativeNameDraft>();
        config.NewConfig<PointRequest, PointDraft>();
        config
            .NewConfig<CapitalRequest, CapitalDraft>()
            .MapWith(request => new CapitalDraft(request.Name, new PointDraft(request.Latitude, request.Longitude)));
        config.NewConfig<GiniRequest, GiniDraft>();
        config.NewConfig<LanguageRequest, LanguageDraft>();
        config.NewConfig<DemonymRequest, DemonymDraft>();
        config.NewConfig<PostalCodeRequest, PostalCodeDraft>();
    }
}
