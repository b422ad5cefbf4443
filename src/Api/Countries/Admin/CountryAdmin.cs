using Countries.Api.V1;
using Countries.Application;
using ErrorOr;
using Shared.Api.Admin;

namespace Countries.Api.Admin;

/// <summary>The countries in the admin. Their money is edited as a whole, with the periods that are over and those to come.</summary>
internal static class CountryAdmin
{
    public static readonly AdminResource<CountryRequest, CountryView> Countries = new(
        "countries",
        "country",
        "countries",
        CountryShape.Country
    )
    {
        Permission = "countries",
        Key = country => country.Details.Alpha2 ?? country.Details.Id.ToString(),
        Title = country => country.Name,
        Version = country => country.Details.Version,
        Columns = ["name", "alpha2", "alpha3", "currencies", "region", "population", "source"],
        Words = FindCountries.Words,
        Form = CountryForm.Sections,
        GoesWith = country => CountryForm.GoesWith(country.Details),
        List = (call, query) => call.SendAsync(new FindCountries(query)),
        Find = (call, key) => Show(call.SendAsync(new FindCountryToEdit(key))),
        Add = (call, body) => Show(call.SendAsync(new CreateCountry(call.Map<CountryDraft>(body)))),
        Change = (call, key, version, body) =>
            Show(call.SendAsync(new EditCountry(key, version, call.Map<CountryDraft>(body)) { SaysAllMoney = true })),
        Delete = (call, key, version) => call.SendAsync(new RemoveCountry(key, version)),
        History = (call, key, query) => call.SendAsync(new ListCountryHistory(key, query)),
    };

    private static Task<ErrorOr<CountryView>> Show(Task<ErrorOr<FoundCountry>> found) =>
        found.Then(f =>
            f.Country with
            {
                Currencies =
                [
                    .. f.Country.Details.Tenders.Select(t => new Money(t.Currency, t.Currency, t.Kind, t.From, t.To)),
                ],
            }
        );
}
