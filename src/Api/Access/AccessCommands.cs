using System.CommandLine;
using Shared.Api.Commands;

namespace Access.Api;

/// <summary>The commands for programs (<c>keys</c>) and for people (<c>users</c>, <c>createsuperuser</c>, <c>changepassword</c>).</summary>
internal sealed class AccessCommands : IModuleCommands
{
    public IEnumerable<Command> Make(CommandRunner runner) =>
        [new KeyCommands(TimeProvider.System).Make(runner), .. UserCommands.Make(runner)];
}
