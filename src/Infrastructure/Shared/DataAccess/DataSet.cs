using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shared.Application;
using Shared.Domain;

namespace Shared.Infrastructure.DataAccess;

/// <summary>The reference data that a module ships. It is merged into the module's database when that does not know the version.</summary>
/// <typeparam name="TContext">The context of the module.</typeparam>
public interface IDataSet<in TContext>
    where TContext : DbContext
{
    /// <summary>The version ("2026.11.1").</summary>
    string Version { get; }

    /// <summary>
    /// Brings the records of the context to this version: adds what is new, updates what was not edited here, takes away
    /// what the data set knows no longer. What was edited here, removed here or added here stays so.
    /// </summary>
    Task<DataSetMerge> MergeIntoAsync(TContext context, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Counts what people did to the records.</summary>
    Task<DataSetCounts> CountAsync(TContext context, CancellationToken cancellationToken);
}

/// <summary>What came of a merge.</summary>
/// <param name="Loaded">The event that tells the other modules.</param>
/// <param name="Clashes">What could not be merged as it is in the data set, in sentences for the log.</param>
public sealed record DataSetMerge(IDomainEvent Loaded, IReadOnlyList<string> Clashes);

/// <summary>Counts records by what people did to them.</summary>
public static class DataSetRecords
{
    /// <summary>Counts what people did to the records of a module.</summary>
    /// <param name="records">The records.</param>
    /// <param name="context">The context that they are in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DataSetCounts> CountAsync<TRecord, TFacts>(
        this IQueryable<TRecord> records,
        ModuleDbContext context,
        CancellationToken cancellationToken
    )
        where TRecord : DataSetRecord<TFacts>
        where TFacts : class
    {
        ArgumentNullException.ThrowIfNull(context);
        var all = await records.Select(record => new { record.Origin, record.Edited }).ToListAsync(cancellationToken);
        return new DataSetCounts(
            all.Count,
            all.Count(record => record.Edited.Count > 0),
            await context.RemovedRecords.CountAsync(cancellationToken),
            all.Count(record => record.Origin == Origin.Local)
        );
    }
}

/// <summary>Compares versions of data sets.</summary>
internal static class DataSetVersions
{
    /// <summary>Whether a version is newer than all that were loaded. An older program must not bring older data back.</summary>
    public static bool IsNewerThan(string version, IEnumerable<string> loaded) =>
        loaded.All(other => Version.Parse(version) > Version.Parse(other));
}

/// <summary>Reads the files of a data set, which are part of the module's assembly.</summary>
public static class DataSetFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a file.</summary>
    /// <typeparam name="TModule">Any type of the module's assembly.</typeparam>
    /// <typeparam name="TContent">The shape of the file.</typeparam>
    /// <param name="name">The file's name.</param>
    public static TContent Read<TModule, TContent>(string name)
    {
        using var stream =
            typeof(TModule).Assembly.GetManifestResourceStream($"DataSet/{name}")
            ?? throw new FileNotFoundException($"The assembly holds no data set file {name}.", name);
        return JsonSerializer.Deserialize<TContent>(stream, Options)
            ?? throw new InvalidDataException($"The data set file {name} is empty.");
    }
}

/// <summary>Where the data set comes from: the file SOURCES.json.</summary>
/// <param name="Version">The version of the data set.</param>
/// <param name="Sources">What it is made of.</param>
public sealed record DataSetSources(string Version, IReadOnlyList<DataSource> Sources);
