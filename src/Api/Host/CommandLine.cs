using System.CommandLine;
using System.CommandLine.Invocation;
using Shared.Api.Commands;
using Shared.Infrastructure;

namespace Host;

/// <summary>The commands of the program: <c>keys list</c> instead of a service that listens.</summary>
internal static class CommandLine
{
    private static readonly string[] Asking = ["--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments are a command. Settings (<c>--Urls http://…</c>) are none.</summary>
    public static bool IsIn(string[] args) =>
        Words(args) is [var first, ..]
        && (Asking.Contains(first) || (first[..1] is not ("-" or "/") && !first.Contains('=')));

    /// <summary>Runs the command. Nothing is logged: what there is to say is said in words, on the stream for it.</summary>
    /// <returns>The exit code: 0, 1 for a failure, 2 for a command that was written wrongly.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(HostSetup.Options([.. args.Where(IsSetting)]));
        builder.Logging.ClearProviders();
        var modules = Modules.Find(builder.Configuration);
        modules.Install(builder.Services, builder.Configuration);
        await using var app = builder.Build();

        var runner = new CommandRunner(
            async (need, cancellationToken) =>
            {
                if (need != StorageNeed.Prepared)
                    await app.Services.RequireStorageAsync(cancellationToken);
                if (need != StorageNeed.Untouched)
                    await app.Services.PrepareStorageAsync(cancellationToken);
                return app.Services;
            }
        );
        var root = new RootCommand(
            "Countries and their currencies. Without a command it runs the service. A setting is given as --Section:Key=value or as the environment variable Section__Key."
        );
        foreach (
            var command in modules.Commands.Append(new DataSetCommands()).SelectMany(module => module.Make(runner))
        )
            root.Add(command);

        var parsed = root.Parse(Words(args));
        if (parsed.Action is not ParseErrorAction)
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        // All to the stream for errors, so that a script that waits for a key does not take the help for one.
        await parsed.InvokeAsync(new() { Output = Console.Error });
        return CommandRunner.Misused;
    }

    private static string[] Words(string[] args) => [.. args.Where(arg => !IsSetting(arg))];

    /// <summary><c>--Storage:Directory=data</c>: no option of a command has a colon in its name.</summary>
    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.Split('=') is [var name, _, ..] && name.Contains(':');
}
