using System.Globalization;
using Countries.Application;
using Shared.Api.V1;

namespace Countries.Api.Explorer;

/// <summary>What the page of a country shows.</summary>
/// <param name="Story">What there is to tell.</param>
/// <param name="Language">The language of names.</param>
/// <param name="Links">Where links lead.</param>
public sealed record CountryModel(CountryStory Story, string Language, Links Links)
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>The country.</summary>
    public CountryDetails Details => Story.Country.Details;

    /// <summary>The map; none where the country is not on it.</summary>
    public MapPicture? Map { get; } = MapPicture.Of(Story);

    /// <summary>The money on a line of time.</summary>
    public Timeline Timeline { get; } = Timeline.Of(Story);

    /// <summary>The address of the flag, if there is one.</summary>
    public string? Flag => Details.Alpha2 is { } code ? $"/flags/{code.ToLowerInvariant()}.svg" : null;

    /// <summary>The same as data.</summary>
    public IReadOnlyList<string> Data
    {
        get
        {
            var path = $"{V1Endpoints.Path}/countries/{Links.KeyOf(Details)}";
            return Details.Alpha2 is { } code
                ? [path, $"{path}/currencies", $"/v3.1/alpha/{code}"]
                : [path, $"{path}/currencies"];
        }
    }

    /// <summary>What is known of the country, by what it is called; what is not known is left out.</summary>
    public IEnumerable<(string Label, string Text)> Facts =>
        new (string Label, string? Text)[]
        {
            ("Codes", Joined([Details.Alpha2, Details.Alpha3, Details.Numeric])),
            ("Capital", Joined(Details.Capitals.Select(capital => capital.Name))),
            ("Region", Joined(new[] { Details.Region, Details.Subregion, Details.IntermediateRegion }.Distinct())),
            ("Belongs to", Details.DependencyOf is { } state ? Story.Names.GetValueOrDefault(state, state) : null),
            (
                "Member of",
                Joined([Details.UnMember ? "United Nations" : null, Details.EuMember ? "European Union" : null])
            ),
            ("Population", Details.Population?.ToString("N0", English)),
            ("Area", Details.AreaKm2 is { } area ? $"{area.ToString("#,0.##", English)} km²" : null),
            ("Languages", Joined(Details.Languages.Select(language => language.Name))),
            ("People", Details.Demonyms.FirstOrDefault(name => name.Language == "en")?.Male),
            ("Time zones", Joined(Details.UtcOffsets)),
            ("Calling code", Joined(Details.CallingCodes.Select(code => $"+{code}"))),
            ("Internet", Joined(Details.Tlds)),
            ("Drives on the", Details.DrivingSide),
            (
                "Week begins on",
                Details.WeekStart is { Length: > 0 } day ? char.ToUpperInvariant(day[0]) + day[1..] : null
            ),
            ("Postal code", Details.PostalCode?.Format),
            ("Car sign", Joined(Details.CarSigns)),
        }
            .Where(fact => !string.IsNullOrEmpty(fact.Text))
            .Select(fact => (fact.Label, fact.Text!));

    private static string Joined(IEnumerable<string?> texts) =>
        string.Join(", ", texts.Where(text => !string.IsNullOrEmpty(text)));
}
