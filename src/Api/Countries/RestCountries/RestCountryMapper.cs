using System.Globalization;
using System.Text;
using Countries.Application;

namespace Countries.Api.RestCountries;

/// <summary>Writes the countries of a picture in the words of the closed service. What it had in its own way is found here.</summary>
internal sealed class RestCountryMapper
{
    /// <summary>The languages of <c>translations</c>: the old key (ISO 639-3, but for Persian) and the locale of CLDR.</summary>
    private static readonly (string Key, string Locale)[] TranslatedTo =
    [
        ("ara", "ar"),
        ("bre", "br"),
        ("ces", "cs"),
        ("cym", "cy"),
        ("deu", "de"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("ind", "id"),
        ("ita", "it"),
        ("jpn", "ja"),
        ("kor", "ko"),
        ("nld", "nl"),
        ("per", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("rus", "ru"),
        ("slk", "sk"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tur", "tr"),
        ("urd", "ur"),
        ("zho", "zh"),
    ];

    private readonly CountryPicture picture;
    private readonly Dictionary<string, string> iso6393;

    public RestCountryMapper(CountryPicture picture)
    {
        this.picture = picture;
        iso6393 = picture
            .Countries.SelectMany(country => country.Languages)
            .GroupBy(language => language.Code)
            .ToDictionary(group => group.Key, group => group.First().Iso6393);
    }

    /// <summary>A country that has codes: those of ISO 3166-1, Kosovo, and those of the records of an installation that were given some.</summary>
    public RestCountry Map(CountryDetails country)
    {
        var (alpha2, alpha3) = (country.Alpha2!, country.Alpha3!);
        var common = OldWords.Names.GetValueOrDefault(country.Name, country.Name);
        var official = country.OfficialName ?? common;
        var natives = NativeNames(country, common);
        var place = OldWords.PlaceOf(
            alpha3,
            new(country.Region ?? "", country.IntermediateRegion ?? country.Subregion ?? "")
        );
        return new()
        {
            Name = new(common, official, natives),
            Tld = country.Tlds,
            Cca2 = alpha2,
            Ccn3 = country.Numeric ?? "",
            Cca3 = OldCode(alpha3),
            Cioc = country.Ioc ?? "",
            Fifa = country.Fifa ?? "",
            Independent = country.Independent,
            Status = country.Status ?? "",
            UnMember = country.UnMember,
            Currencies = Currencies(country),
            Idd = Idd(country.CallingCodes),
            Capital = [.. country.Capitals.Select(capital => capital.Name)],
            CapitalInfo = new(LatLng(country.Capitals is [var first, ..] ? first.Location : null)),
            AltSpellings = AltSpellings(country, common, official),
            Region = place.Region,
            Subregion = place.Subregion,
            Continents = country.Continents,
            Languages = Keyed(country.Languages, language => language.Iso6393, language => language.Name),
            Translations = Translations(country),
            Latlng = LatLng(country.Location),
            Landlocked = country.Landlocked,
            Borders = [.. country.Borders.Select(OldCode).Order(StringComparer.Ordinal)],
            Area = country.AreaKm2,
            Flag = FlagEmoji(alpha2),
            Demonyms = Keyed(country.Demonyms, d => Iso6393(d.Language), d => new RestDemonym(d.Female, d.Male)),
            Flags = Flags(alpha2, country.FlagDescription),
            CoatOfArms = new(null, null),
            Population = country.Population,
            Maps = Maps(country, common),
            Gini = country.Gini is { } gini
                ? new Dictionary<string, double> { [gini.Year.ToString(CultureInfo.InvariantCulture)] = gini.Value }
                : [],
            Car = new(country.CarSigns, country.DrivingSide),
            PostalCode = new(country.PostalCode?.Format, country.PostalCode?.Regex),
            StartOfWeek = country.WeekStart ?? "",
            Timezones = country.UtcOffsets,
        };
    }

    /// <summary>ISO has no code for Kosovo; the old service took another one of the codes in use.</summary>
    private static string OldCode(string alpha3) => alpha3 == "XKX" ? "UNK" : alpha3;

    private Dictionary<string, RestWords> NativeNames(CountryDetails country, string common) =>
        Keyed(
            country.NativeNames,
            name => Iso6393(name.Language),
            name =>
            {
                // In English the country has one common name, not two.
                var own = name.Language == "en" ? common : name.Common;
                return new RestWords(name.Official ?? own, own);
            }
        );

    /// <summary>What is money today, in law or by custom; units of account are none.</summary>
    private Dictionary<string, RestCurrency> Currencies(CountryDetails country) =>
        Keyed(
            country.Tenders.Where(tender => tender.Kind != Tender.Fund && tender.Covers(picture.Today)),
            tender => tender.Currency,
            tender =>
                picture.Currencies.Value.GetValueOrDefault(tender.Currency) is { } currency
                    ? new RestCurrency(currency.Name, SymbolOf(tender.Currency, currency))
                    : new RestCurrency(tender.Currency, tender.Currency)
        );

    /// <summary>The short symbol, else the one that is written at home; the code where there is neither.</summary>
    private static string SymbolOf(string code, CurrencyWords words) =>
        words.Symbol is { } symbol && symbol != code ? symbol : words.LocalSymbol ?? code;

    private static RestIdd Idd(IReadOnlyList<string> codes) =>
        codes is [var first, ..]
            ? new($"+{first[0]}", [.. codes.Where(code => code[0] == first[0]).Select(code => code[1..])])
            : new("", []);

    private static List<string> AltSpellings(CountryDetails country, string common, string official) =>
        [
            .. new[] { country.Alpha2!, official, country.Name }
                .Concat(country.AlternateNames)
                .Concat(country.NativeNames.Select(name => name.Common))
                .Concat(country.NativeNames.Select(name => name.Official).OfType<string>())
                .Where(name => name != common)
                .Distinct(),
        ];

    /// <summary>The official form is known where the language is one of the country's own; else the common name stands for it.</summary>
    private static Dictionary<string, RestWords> Translations(CountryDetails country)
    {
        var translations = new Dictionary<string, RestWords>();
        foreach (var (key, locale) in TranslatedTo)
        {
            var own = country.NativeNames.FirstOrDefault(name => name.Language == locale);
            if (country.LocalizedNames.GetValueOrDefault(locale) is { } common)
                translations[key] = new(own?.Official ?? common, common);
        }
        return translations;
    }

    private static string FlagEmoji(string alpha2) =>
        string.Concat(alpha2.Select(letter => new Rune(0x1F1E6 + letter - 'A').ToString()));

    private static RestFlags Flags(string alpha2, string? description)
    {
        var path = $"{RestCountryWriter.BaseUrl}/flags/{alpha2.ToLowerInvariant()}";
        return new($"{path}.png", $"{path}.svg", description);
    }

    private static RestMaps Maps(CountryDetails country, string common) =>
        new(
            $"https://www.google.com/maps/search/?api=1&query={Uri.EscapeDataString(common)}",
            country.Location is { } point
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"https://www.openstreetmap.org/#map={Zoom(country.AreaKm2)}/{point.Latitude}/{point.Longitude}"
                )
                : null
        );

    /// <summary>Shows the whole of a country: a step closer halves the length of what is seen, so it quarters the area.</summary>
    private static int Zoom(double? areaKm2) => (int)Math.Clamp(14 - Math.Log(areaKm2 ?? 1, 4), 3, 13);

    private static double[] LatLng(Point? point) => point is null ? [] : [point.Latitude, point.Longitude];

    private string Iso6393(string language) => iso6393.GetValueOrDefault(language, language);

    /// <summary>The values by key, in their order. Of two under one key the first stays.</summary>
    private static Dictionary<string, TValue> Keyed<T, TValue>(
        IEnumerable<T> items,
        Func<T, string> key,
        Func<T, TValue> value
    )
    {
        var keyed = new Dictionary<string, TValue>();
        foreach (var item in items)
            keyed.TryAdd(key(item), value(item));
        return keyed;
    }
}
