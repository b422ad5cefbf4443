using System.Text.Json.Nodes;
using Countries.Domain;
using Countries.Infrastructure.DataSet;
using Shared.Infrastructure.DataAccess;

namespace Countries.Tests.DataSet;

/// <summary>The built files, as the service reads them, and beside them those of the source tree.</summary>
internal static class CountryFiles
{
    /// <summary>The countries by alpha-2 code.</summary>
    public static readonly IReadOnlyDictionary<string, CountryEntry> Countries = DataSetFiles
        .Read<CountryDataSet, CountryEntry[]>("countries.json")
        .ToDictionary(country => country.Alpha2);

    /// <summary>The names by locale and alpha-2 code.</summary>
    public static readonly IReadOnlyDictionary<string, Dictionary<string, string>> Names = DataSetFiles.Read<
        CountryDataSet,
        Dictionary<string, Dictionary<string, string>>
    >("names.json");

    private static readonly string Root = FindRoot();

    /// <summary>The periods of a country, in the order of the file.</summary>
    public static IReadOnlyList<TenderPeriod> PeriodsOf(string alpha2) =>
        [.. Countries[alpha2].Tender.Select(entry => entry.ToPeriod())];

    /// <summary>A file of another module or tool; the assembly of this module does not hold it.</summary>
    public static JsonArray ReadFromSource(params string[] path) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine([Root, .. path])))!.AsArray();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Countries.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the source tree.");
        return folder.FullName;
    }
}
