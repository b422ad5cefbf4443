using Countries.Api.Admin;
using Countries.Api.Explorer;
using Countries.Api.Flags;
using Countries.Api.RestCountries;
using Countries.Api.Seed;
using Countries.Api.V1;
using Microsoft.AspNetCore.Routing;
using Shared.Api;
using Shared.Api.Admin;

namespace Countries.Api;

internal sealed class CountriesApi : IModuleApi
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapExplorer();
        endpoints.MapSeed();
        endpoints.MapFlags();
        endpoints.MapCountries();
        endpoints.MapCountryWrites();
        endpoints.MapCountryImports();
        endpoints.MapRestCountries();
        endpoints.MapAdmin(CountryAdmin.Countries);
    }
}
