using System.CommandLine;

namespace Shared.Api.Commands;

/// <summary>
/// A module's commands of the command line (<c>keys create</c>). They are driving adapters, as endpoints are: they read
/// what was written, run a use case, and say what came of it.
/// </summary>
public interface IModuleCommands
{
    /// <summary>Makes the commands.</summary>
    /// <param name="runner">Runs what a command does.</param>
    IEnumerable<Command> Make(CommandRunner runner);
}
