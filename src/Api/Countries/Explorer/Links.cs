using Countries.Application;
using Shared.Api.Pages;

namespace Countries.Api.Explorer;

/// <summary>The addresses of the explorer's pages.</summary>
/// <param name="Language">The language that was asked for by the address, and that links keep; none where the browser's counts.</param>
public sealed record Links(string? Language)
{
    internal const string Start = "/";
    internal const string Countries = "/explore/countries";
    internal const string Currencies = "/explore/currencies";

    /// <summary>Links that keep the language, where the address names one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="language">The language of names.</param>
    internal static Links For(PageRequest request, string language) => new(request.NamesLanguage ? language : null);

    /// <summary>The start.</summary>
    public string Home => With(Start);

    /// <summary>The list of currencies.</summary>
    public string AllCurrencies => With(Currencies);

    /// <summary>The page of a country.</summary>
    public string Country(CountryDetails country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return Country(KeyOf(country));
    }

    /// <summary>The page of a country.</summary>
    /// <param name="key">Its alpha-2 code or id.</param>
    public string Country(string key) => With($"{Countries}/{key}");

    /// <summary>The page of a currency.</summary>
    /// <param name="code">Its code.</param>
    public string Currency(string code) => With($"{Currencies}/{code}");

    /// <summary>What a country is called in addresses: its alpha-2 code, or its id where it has none.</summary>
    internal static string KeyOf(CountryDetails country) => country.Alpha2 ?? country.Id.ToString();

    private string With(string path) => Language is null ? path : $"{path}?lang={Language}";
}
