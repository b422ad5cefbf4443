using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.V1.Documents;
using Shared.Application;

namespace Shared.Api.V1;

/// <summary>Where the data come from: of no module, since each that ships data answers for its own.</summary>
internal static class DataSetEndpoint
{
    private static readonly Shape<DataSource> Source = new("source")
    {
        { "package", "The published package.", source => source.Package },
        { "version", "Its version.", source => source.Version },
        { "licence", "Its licence (SPDX).", source => source.Licence },
        { "gives", "What comes from it.", source => source.Gives },
    };

    private static readonly Shape<IDataSetDescription> Module = new("module")
    {
        { "name", "The module that ships the data.", module => module.Module },
        { "version", "The version of its data set.", module => module.Version },
    };

    private static readonly Shape<DataSets> Shape = new("dataset")
    {
        { "version", "The newest version of all modules.", sets => sets.Version },
        { "licences", "The licences of the sources.", sets => sets.Licences },
        { "modules", "The data set of each module.", sets => sets.Modules, Module },
        { "sources", "What the data are made of.", sets => sets.Sources, Source },
    };

    public static void MapDataSet(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapV1().MapRead("/dataset", GetDataSet, "Version, sources and licences of the data").Shows(Shape);

    private static Task<IResult> GetDataSet(ItemRequest request, IEnumerable<IDataSetDescription> modules) =>
        request.AnswerAsync(
            Shape,
            () => Task.FromResult<ErrorOr.ErrorOr<DataSets>>(DataSets.Of([.. modules])),
            sets => new Item<DataSets>(sets, Version: null, Language: null),
            dependsOnDay: false
        );

    internal sealed record DataSets(
        string? Version,
        IReadOnlyList<string> Licences,
        IReadOnlyList<IDataSetDescription> Modules,
        IReadOnlyList<DataSource> Sources
    )
    {
        public static DataSets Of(IReadOnlyList<IDataSetDescription> modules)
        {
            List<DataSource> sources = [.. modules.SelectMany(module => module.Sources).Distinct()];
            return new(
                modules.MaxBy(module => System.Version.Parse(module.Version))?.Version,
                [.. sources.Select(source => source.Licence).Distinct().Order(StringComparer.Ordinal)],
                modules,
                sources
            );
        }
    }
}
