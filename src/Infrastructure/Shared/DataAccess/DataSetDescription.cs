using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>Reads the description from the data set's file SOURCES.json.</summary>
/// <typeparam name="TModule">Any type of the module's Infrastructure.</typeparam>
public sealed class DataSetDescription<TModule> : IDataSetDescription
{
    private readonly Lazy<DataSetSources> file = new(() => DataSetFiles.Read<TModule, DataSetSources>("SOURCES.json"));

    /// <inheritdoc />
    public string Module => ModuleName.Of<TModule>();

    /// <inheritdoc />
    public string Version => file.Value.Version;

    /// <inheritdoc />
    public IReadOnlyList<DataSource> Sources => file.Value.Sources;
}
