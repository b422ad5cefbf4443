using Countries.Domain;
using Countries.Infrastructure.DataAccess;
using Microsoft.EntityFrameworkCore;
using Shared.Domain;

namespace Countries.Infrastructure.DataSet;

/// <summary>Merges the countries of a data set into those that are stored (ADR 0021).</summary>
internal sealed class CountryMerge
{
    private readonly CountriesDbContext context;
    private readonly Dictionary<string, Country> stored;
    private readonly HashSet<string> removed;
    private readonly HashSet<string> heldCodes;
    private readonly Dictionary<string, Country> heldNames;
    private readonly List<string> clashes = [];

    private CountryMerge(CountriesDbContext context, List<Country> all, IEnumerable<string> removed)
    {
        this.context = context;
        this.removed = [.. removed];
        stored = all.Where(c => c.Origin == Origin.DataSet).ToDictionary(c => c.Codes!.Alpha2.Value);
        heldCodes = [.. all.Where(c => c.Origin == Origin.Local).SelectMany(c => CodesOf(c.Codes))];
        // Names that people gave stay theirs; those of the data set are free for one another.
        heldNames = all.Where(c => c.Origin == Origin.Local || c.Edited.Contains("name")).ToDictionary(c => c.NameKey);
    }

    /// <summary>Reads what is stored.</summary>
    public static async Task<CountryMerge> BeginAsync(
        CountriesDbContext context,
        CancellationToken cancellationToken
    ) =>
        new(
            context,
            await context.Countries.ToListAsync(cancellationToken),
            await context.RemovedRecords.Select(record => record.Key).ToListAsync(cancellationToken)
        );

    /// <summary>Takes a country of the data set over.</summary>
    public void Take(Country brought)
    {
        var code = brought.Codes!.Alpha2.Value;
        if (removed.Contains(code))
            return;
        stored.Remove(code, out var known);
        if (CodesOf(brought.Codes).FirstOrDefault(heldCodes.Contains) is { } held)
            clashes.Add($"{brought.Name} was left out, since a local record has its code {held}.");
        else if (FreeNameFor(brought, known) is not { } name)
            clashes.Add($"{brought.Name} was left out, since other records have all its names.");
        else if (known is not null)
            known.Update(brought.Facts.Named(name));
        else
        {
            brought.Update(brought.Facts.Named(name));
            context.Countries.Add(brought);
        }
    }

    /// <summary>Takes away what the data set knows no longer, unless somebody edited it.</summary>
    /// <returns>The clashes.</returns>
    public IReadOnlyList<string> End()
    {
        foreach (var country in stored.Values)
        {
            if (country.Edited.Count > 0)
                country.BecomeLocal();
            else
            {
                country.Remove();
                context.Countries.Remove(country);
            }
        }
        return clashes;
    }

    /// <summary>Its own name, or that with its code behind it where somebody gave the name to another record.</summary>
    private CountryName? FreeNameFor(Country brought, Country? known)
    {
        if (!IsHeld(brought.Name, known))
            return brought.Name;
        foreach (var code in CodesOf(brought.Codes))
        {
            if (
                CountryName.Create($"{brought.Name} ({code})") is { IsSuccess: true, Value: var name }
                && !IsHeld(name, known)
            )
            {
                clashes.Add($"{brought.Name} is called {name}, since another record has the name.");
                return name;
            }
        }
        return null;
    }

    private bool IsHeld(CountryName name, Country? except) =>
        heldNames.TryGetValue(name.Key, out var holder) && holder != except;

    private static IEnumerable<string> CodesOf(CountryCodes? codes) =>
        codes is null ? [] : new[] { codes.Alpha2.Value, codes.Alpha3.Value, codes.Numeric?.Value }.OfType<string>();
}
