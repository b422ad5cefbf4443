using System.Collections.Frozen;
using Countries.Application;

namespace Countries.Api.RestCountries;

/// <summary>
/// The countries of one picture as this contract knows them, by cca3, with what its searches look in. It is made once for
/// each version of the picture and never changes.
/// </summary>
internal sealed class RestCountriesIndex
{
    private readonly FrozenDictionary<string, RestEntry> byCode;

    public RestCountriesIndex(CountryPicture picture)
    {
        Version = picture.Version;
        var mapper = new RestCountryMapper(picture);
        All =
        [
            .. picture
                .Countries.Where(country => country.Alpha2 is not null)
                // "dataset" before "local": of two with one code, that of the data set is found by it.
                .OrderBy(country => country.Source, StringComparer.Ordinal)
                .Select(mapper.Map)
                .OrderBy(country => country.Cca3, StringComparer.Ordinal)
                .Select(country => new RestEntry(country)),
        ];
        byCode = CodesOf(All).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The version of the picture that it was made of.</summary>
    public string Version { get; }

    /// <summary>Every country, by cca3.</summary>
    public IReadOnlyList<RestEntry> All { get; }

    /// <summary>The country with this cca2, cca3, ccn3 or cioc, in any case.</summary>
    public RestEntry? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The countries that fulfil a condition, by cca3.</summary>
    public IReadOnlyList<RestEntry> Where(Func<RestEntry, bool> condition) => [.. All.Where(condition)];

    /// <summary>Countries in one of whose names the folded text is: those that have it as a name first, then those whose name begins with it.</summary>
    public IReadOnlyList<RestEntry> Named(string folded) =>
        [
            .. All.Where(entry => entry.Names.Contains(folded))
                .OrderBy(entry =>
                    entry.Names.Equal(folded) ? 0
                    : entry.Names.StartsWith(folded) ? 1
                    : 2
                ),
        ];

    /// <summary>A code of ISO goes before an equal one of the IOC: BRN is Brunei, though athletes from Bahrain wear it.</summary>
    private static Dictionary<string, RestEntry> CodesOf(IReadOnlyList<RestEntry> entries)
    {
        var codes = new Dictionary<string, RestEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            codes.Add(entry.Country.Cca2, entry);
            // Kosovo has another code here than in this service, where a local record may have it.
            codes.TryAdd(entry.Country.Cca3, entry);
            if (entry.Country.Ccn3.Length > 0)
                codes.Add(entry.Country.Ccn3, entry);
        }
        foreach (var entry in entries.Where(entry => entry.Country.Cioc.Length > 0))
            codes.TryAdd(entry.Country.Cioc, entry);
        return codes;
    }
}

/// <summary>A country, its finished members and the texts that searches look in.</summary>
internal sealed class RestEntry(RestCountry country)
{
    public RestCountry Country { get; } = country;

    public RestCountryWriter Writer { get; } = new(country);

    /// <summary>What <c>/name</c> looks in.</summary>
    public FoldedTexts Names { get; } =
        new(OldWords.AndOld([country.Name.Common, country.Name.Official, .. country.AltSpellings]));

    /// <summary>What <c>/name?fullText=true</c> looks in.</summary>
    public FoldedTexts FullNames { get; } = new(OldWords.AndOld([country.Name.Common, country.Name.Official]));

    public FoldedTexts CurrencyCodes { get; } = new(country.Currencies.Keys);

    public FoldedTexts CurrencyNames { get; } =
        new(OldWords.AndOld(country.Currencies.Values.Select(currency => currency.Name)));

    public FoldedTexts Languages { get; } =
        new([.. country.Languages.Keys, .. OldWords.AndOld(country.Languages.Values)]);

    public FoldedTexts Capitals { get; } = new(OldWords.AndOld(country.Capital));

    public FoldedTexts Region { get; } = new([country.Region]);

    public FoldedTexts Subregion { get; } = new([country.Subregion]);

    public FoldedTexts Translations { get; } =
        new(country.Translations.Values.SelectMany(words => new[] { words.Common, words.Official }));

    public FoldedTexts Demonyms { get; } =
        new(country.Demonyms.Values.SelectMany(people => new[] { people.F, people.M }));
}
