using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Shared.Api.Negotiation;

/// <summary>Chooses among the media types that an endpoint can serve, as RFC 9110, section 12.5.1, says.</summary>
public static class Accept
{
    /// <summary>The best offer for a request.</summary>
    /// <param name="accept">The field's values; nothing means anything.</param>
    /// <param name="offers">What can be served; among equals, earlier ones win.</param>
    /// <param name="mediaType">The media type of an offer.</param>
    /// <returns>The offer and the range that chose it; no offer when none is acceptable.</returns>
    public static (T? Offer, MediaTypeHeaderValue? Range) Choose<T>(
        StringValues accept,
        IReadOnlyList<T> offers,
        Func<T, string> mediaType
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(offers);
        ArgumentNullException.ThrowIfNull(mediaType);
        if (StringValues.IsNullOrEmpty(accept))
            return (offers[0], null);
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return default;

        (T? Offer, MediaTypeHeaderValue? Range) best = default;
        var bestQuality = 0.0;
        foreach (var offer in offers)
        {
            var range = MostSpecific(ranges, mediaType(offer));
            var quality = range is null ? 0 : range.Quality ?? 1;
            if (quality > bestQuality)
                (best, bestQuality) = ((offer, range), quality);
        }
        return best;
    }

    /// <summary>Of the ranges that a media type falls into, the one that speaks of it most exactly: its quality counts.</summary>
    private static MediaTypeHeaderValue? MostSpecific(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        MediaTypeHeaderValue? best = null;
        foreach (var range in ranges)
        {
            if (Covers(range, mediaType) && (best is null || Precedence(range).CompareTo(Precedence(best)) > 0))
                best = range;
        }
        return best;
    }

    private static bool Covers(MediaTypeHeaderValue range, string mediaType) =>
        range.MatchesAllTypes
        || range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        || (range.MatchesAllSubTypes && mediaType.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Parameters are not looked at, so of ranges that differ only in them the one of the highest quality counts.</summary>
    private static (int Specificity, double Quality) Precedence(MediaTypeHeaderValue range) =>
        (
            range.MatchesAllTypes ? 0
            : range.MatchesAllSubTypes ? 1
            : 2,
            range.Quality ?? 1
        );
}
