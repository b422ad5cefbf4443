using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;

namespace Shared.Api.Commands;

/// <summary>The commands <c>dataset status</c> and <c>dataset apply</c>: of no module, since each has a data set of its own.</summary>
public sealed class DataSetCommands : IModuleCommands
{
    /// <inheritdoc />
    public IEnumerable<Command> Make(CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var status = new Command("status", "Tells the version in the database and the one that this program brings.");
        status.SetAction(
            (parsed, cancellationToken) =>
                runner.RunAsync(
                    parsed,
                    StorageNeed.Untouched,
                    async services =>
                    {
                        var found = await services.GetRequiredService<IDataSets>().LookAsync(cancellationToken);
                        foreach (var line in TextTable.Lines(Header, found.Select(Row)))
                            await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
                        return CommandRunner.Done;
                    },
                    cancellationToken
                )
        );
        var apply = new Command("apply", "Merges the data set that this program brings, as its start would.");
        apply.SetAction(
            (parsed, cancellationToken) =>
                runner.RunAsync(
                    parsed,
                    StorageNeed.Untouched,
                    async services =>
                    {
                        var merged = await services.GetRequiredService<IDataSets>().ApplyAsync(cancellationToken);
                        foreach (var line in merged.SelectMany(Sentences).DefaultIfEmpty(NothingToDo))
                            await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
                        return CommandRunner.Done;
                    },
                    cancellationToken
                )
        );
        return [new Command("dataset", "The data that the program ships: countries and currencies.") { status, apply }];
    }

    private const string NothingToDo = "All modules have the data set that this program brings.";

    private static readonly string[] Header =
    [
        "MODULE",
        "IN THE DATABASE",
        "BROUGHT",
        "RECORDS",
        "EDITED",
        "REMOVED",
        "LOCAL",
    ];

    private static string[] Row(DataSetStatus status) =>
        [
            status.Module,
            status.Loaded ?? "none",
            status.Brought,
            $"{status.Counts?.Records}",
            $"{status.Counts?.Edited}",
            $"{status.Counts?.Removed}",
            $"{status.Counts?.Local}",
        ];

    private static IEnumerable<string> Sentences(DataSetChanges merged) =>
        [
            $"{merged.Module}: merged {merged.Version}; {merged.Added} added, {merged.Changed} changed, {merged.Removed} removed.",
            .. merged.Clashes.Select(clash => $"{merged.Module}: {clash}"),
        ];
}
