namespace Shared.Application;

/// <summary>The data sets of the modules, as they are in the databases and as this program brings them.</summary>
public interface IDataSets
{
    /// <summary>Looks, and changes nothing.</summary>
    Task<IReadOnlyList<DataSetStatus>> LookAsync(CancellationToken cancellationToken);

    /// <summary>Merges what the databases do not have yet, as a start of the service does.</summary>
    /// <returns>What was merged; nothing for a module that had it already.</returns>
    Task<IReadOnlyList<DataSetChanges>> ApplyAsync(CancellationToken cancellationToken);
}

/// <summary>The data set of a module.</summary>
/// <param name="Module">The module.</param>
/// <param name="Loaded">The version in the database; none where nothing was loaded yet.</param>
/// <param name="Brought">The version that this program brings.</param>
/// <param name="Counts">What people did to the records; nothing where the tables must be brought up to date first.</param>
public sealed record DataSetStatus(string Module, string? Loaded, string Brought, DataSetCounts? Counts);

/// <summary>What people did to the records of a module.</summary>
/// <param name="Records">How many there are.</param>
/// <param name="Edited">How many of the data set were edited here.</param>
/// <param name="Removed">How many of the data set were removed here.</param>
/// <param name="Local">How many were added here.</param>
public sealed record DataSetCounts(int Records, int Edited, int Removed, int Local);

/// <summary>What a merge did to the records of a module.</summary>
/// <param name="Module">The module.</param>
/// <param name="Version">The version that was merged.</param>
/// <param name="Added">How many records are new.</param>
/// <param name="Changed">How many changed.</param>
/// <param name="Removed">How many are gone.</param>
/// <param name="Clashes">What could not be merged as it is in the data set, in sentences.</param>
public sealed record DataSetChanges(
    string Module,
    string Version,
    int Added,
    int Changed,
    int Removed,
    IReadOnlyList<string> Clashes
);
