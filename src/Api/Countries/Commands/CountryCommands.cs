using System.CommandLine;
using Shared.Api.Commands;

namespace Countries.Api.Commands;

/// <summary>The commands <c>import</c> and <c>export</c>.</summary>
internal sealed class CountryCommands : IModuleCommands
{
    public IEnumerable<Command> Make(CommandRunner runner) => [ImportCommand.Make(runner), ExportCommand.Make(runner)];
}
