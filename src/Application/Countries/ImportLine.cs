using Countries.Domain;
using ErrorOr;
using Shared.Application;
using Shared.Domain;

namespace Countries.Application;

/// <summary>A line of a file that is imported. It is checked when it is made, as far as it can be without looking at what is stored.</summary>
public sealed class ImportLine
{
    private ImportLine(int number, CountryDraft draft) => (Number, Draft) = (number, draft);

    /// <summary>Its number in the file, from 1.</summary>
    public int Number { get; }

    /// <summary>What it says; nothing where it cannot be read.</summary>
    internal CountryDraft Draft { get; }

    /// <summary>What it says, checked; nothing where something is wrong with it.</summary>
    internal CountryFacts? Facts { get; private init; }

    /// <summary>The identity that it names, if it does: that of a country which was exported.</summary>
    internal CountryId? Id { get; private init; }

    /// <summary>What is wrong with it.</summary>
    internal IReadOnlyList<Error> Errors { get; private init; } = [];

    /// <summary>A line.</summary>
    /// <param name="number">Its number in the file, from 1.</param>
    /// <param name="id">The identity that it names, if it does.</param>
    /// <param name="draft">What it says, or why it cannot be read.</param>
    public static ImportLine Of(int number, string? id, ErrorOr<CountryDraft> draft)
    {
        if (draft.IsError)
            return new ImportLine(number, new CountryDraft()) { Errors = draft.Errors };
        var facts = draft.Value.ToFacts();
        Guid? identity = Guid.TryParse(id, out var known) ? known : null;
        return new ImportLine(number, draft.Value)
        {
            Facts = facts.IsSuccess ? facts.Value : null,
            Id = identity is null ? null : new CountryId(identity.Value),
            Errors =
            [
                .. facts.Failures.Select(failure => failure.ToError()),
                .. id is not null && identity is null ? [CountryErrors.InvalidId.ToError()] : Array.Empty<Error>(),
            ],
        };
    }
}

/// <summary>The names and codes that countries have, and lines of a file that are to become some.</summary>
internal sealed class TakenKeys
{
    private const int Stored = 0;

    private readonly HashSet<CountryId> ids;
    private readonly Dictionary<(string Member, string Value), int> lines = [];

    public TakenKeys(IReadOnlyList<CountryKeys> stored)
    {
        ids = [.. stored.Select(country => country.Id)];
        foreach (var key in stored.SelectMany(country => KeysOf(country.NameKey, country.Codes)))
            lines[key] = Stored;
    }

    /// <summary>What stands in the way of a line.</summary>
    public IEnumerable<Error> Obstacles(ImportLine line)
    {
        if (line.Id is { } id && ids.Contains(id))
            yield return CountryErrors.Exists.ToError();
        if (line.Facts is not { } facts)
            yield break;
        foreach (var key in KeysOf(facts.Name.Key, facts.Codes))
        {
            if (!lines.TryGetValue(key, out var other))
                continue;
            yield return (
                other != Stored ? (MemberErrors.Repeated($"country.{key.Member}", other) with { Field = key.Member })
                : key.Member == "name" ? CountryErrors.NameTaken
                : (MemberErrors.Taken($"country.{key.Member}") with { Field = key.Member })
            ).ToError();
        }
    }

    /// <summary>Gives names and codes to a line.</summary>
    public void Take(ImportLine line)
    {
        foreach (var key in KeysOf(line.Facts!.Name.Key, line.Facts.Codes))
            lines[key] = line.Number;
    }

    private static IEnumerable<(string Member, string Value)> KeysOf(string name, CountryCodes? codes)
    {
        yield return ("name", name);
        if (codes is null)
            yield break;
        yield return ("alpha2", codes.Alpha2.Value);
        yield return ("alpha3", codes.Alpha3.Value);
        if (codes.Numeric is { } numeric)
            yield return ("numeric", numeric.Value);
    }
}
