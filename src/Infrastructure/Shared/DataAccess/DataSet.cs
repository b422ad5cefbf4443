using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shared.Application;
using Shared.Domain;

namespace Shared.Infrastructure.DataAccess;

/// <summary>The reference data that a module ships and loads into its database at first start.</summary>
/// <typeparam name="TContext">The context of the module.</typeparam>
public interface IDataSet<in TContext>
    where TContext : DbContext
{
    /// <summary>The version ("2026.11.1").</summary>
    string Version { get; }

    /// <summary>Adds the records to the context.</summary>
    /// <returns>The event that tells the other modules.</returns>
    IDomainEvent AddTo(TContext context, DateTimeOffset now);
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
