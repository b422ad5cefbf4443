using Currencies.Api.V1;
using Currencies.Application;
using ErrorOr;
using Shared.Api.Admin;

namespace Currencies.Api.Admin;

/// <summary>The currencies in the admin.</summary>
internal static class CurrencyAdmin
{
    public static readonly AdminResource<CurrencyRequest, CurrencyView> Currencies = new(
        "currencies",
        "currency",
        "currencies",
        CurrencyShape.Currency
    )
    {
        Permission = "currencies",
        Key = currency => currency.Details.Code,
        Title = currency => $"{currency.Name} ({currency.Details.Code})",
        Version = currency => currency.Details.Version,
        Columns = ["code", "name", "symbol", "numeric", "status", "kind", "source"],
        Words = FindCurrencies.Words,
        Form =
        [
            new(
                "",
                new Field("code") { IsFixed = true },
                new Field("name") { Help = "The English name." },
                new Field("numeric") { Help = "Three digits of ISO 4217; blank where ISO gives none." },
                new Field("status") { Choices = FindCurrencies.Words.ValuesOf("status") },
                new Field("kind") { Choices = FindCurrencies.Words.ValuesOf("kind") },
                new Field("withdrawn")
            ),
            new(
                "Writing amounts",
                new Field("symbol") { Help = "The symbol in English." },
                new Field("narrowSymbol"),
                new Field("minorUnits")
            ),
        ],
        List = (call, query) => call.SendAsync(new FindCurrencies(query)),
        Find = (call, code) => Show(call.SendAsync(new FindCurrencyToEdit(code))),
        Add = (call, body) => Show(call.SendAsync(new CreateCurrency(call.Map<CurrencyDraft>(body)))),
        Change = (call, code, version, body) =>
            Show(call.SendAsync(new EditCurrency(code, version, call.Map<CurrencyDraft>(body)))),
        Delete = (call, code, version) => call.SendAsync(new RemoveCurrency(code, version)),
        History = (call, code, query) => call.SendAsync(new ListCurrencyHistory(code, query)),
    };

    private static Task<ErrorOr<CurrencyView>> Show(Task<ErrorOr<FoundCurrency>> found) => found.Then(f => f.Currency);
}
