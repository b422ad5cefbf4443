using Microsoft.Extensions.Primitives;

namespace Countries.Api.RestCountries;

/// <summary>Which members an answer shows: all that have a value, or those that <c>fields</c> names, empty ones among them.</summary>
/// <param name="Members">A bit for each of <see cref="RestCountryWriter.Fields"/>; none to show all that have a value.</param>
internal readonly record struct FieldSelection(ulong? Members)
{
    private static readonly ulong Flags = 1UL << Array.IndexOf(RestCountryWriter.Fields, "flags");

    /// <summary>Whether the answer has links to this service, so that it depends on the address that the client used.</summary>
    public bool ShowsLinks => Members is not { } members || (members & Flags) != 0;

    /// <summary>Reads the query parameter, where it was given. Names that there are not select nothing.</summary>
    /// <param name="fields">The values of <c>fields</c>.</param>
    /// <param name="exact">Whether a space belongs to the name that it stands beside, as it did in the old service.</param>
    public static FieldSelection Parse(StringValues fields, bool exact)
    {
        if (StringValues.IsNullOrEmpty(fields))
            return default;
        var members = 0UL;
        foreach (var name in Names(fields))
        {
            var index = Array.IndexOf(RestCountryWriter.Fields, exact ? name : name.Trim());
            if (index >= 0)
                members |= 1UL << index;
        }
        return new(members);
    }

    /// <summary>Whether the old service took it for <c>/all</c>: 1 to 10 names, none of them blank but after the last comma.</summary>
    public static bool IsGoodForAll(StringValues fields) =>
        Names(fields) is { Length: > 0 and <= 10 } names && !names.Any(string.IsNullOrWhiteSpace);

    private static string[] Names(StringValues fields) => fields.ToString().TrimEnd(',').Split(',');
}
