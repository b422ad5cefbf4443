using System.CommandLine;
using ErrorOr;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;

namespace Shared.Api.Commands;

/// <summary>What a command needs of the storage.</summary>
public enum StorageNeed
{
    /// <summary>Prepared as by a start of the service, and made where there is none.</summary>
    Prepared,

    /// <summary>There already, then prepared: a wrong folder must not become a new storage.</summary>
    PreparedIfThere,

    /// <summary>There already, and left as it is.</summary>
    Untouched,
}

/// <summary>Runs what a command of the command line does: in a scope of its own, beside a running service.</summary>
/// <param name="open">Gives the services, once the storage is as it is needed.</param>
public sealed class CommandRunner(Func<StorageNeed, CancellationToken, Task<IServiceProvider>> open)
{
    /// <summary>The exit code of a command that did what it was asked for.</summary>
    public const int Done = 0;

    /// <summary>The exit code of a command that could not do it.</summary>
    public const int Failed = 1;

    /// <summary>The exit code of a command that was written wrongly.</summary>
    public const int Misused = 2;

    /// <summary>The exit code of a command that the person gave up, as shells have it.</summary>
    public const int GivenUp = 130;

    private const string Name = "command line";
    private const string Contract = "commands";

    /// <summary>Sends a use case, writes what came of it to the standard output, and errors to the standard error stream.</summary>
    /// <param name="parsed">What was written.</param>
    /// <param name="useCase">The command or query.</param>
    /// <param name="say">The lines that tell a success.</param>
    /// <param name="cancellationToken">Ends when the person gives up.</param>
    /// <returns>The exit code.</returns>
    public Task<int> SendAsync<T>(
        ParseResult parsed,
        IRequest<ErrorOr<T>> useCase,
        Func<T, IEnumerable<string>> say,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return RunAsync(
            parsed,
            StorageNeed.Prepared,
            async services =>
            {
                var answer = await services.GetRequiredService<ISender>().Send(useCase, cancellationToken);
                if (answer.IsError)
                {
                    foreach (var error in answer.Errors)
                        await parsed.InvocationConfiguration.Error.WriteLineAsync(Sentence(parsed, error));
                    return answer.Errors.TrueForAll(error => error.Type == ErrorType.Validation) ? Misused : Failed;
                }
                foreach (var line in say(answer.Value))
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
                return Done;
            },
            cancellationToken
        );
    }

    /// <summary>Does more than one use case can, or something else.</summary>
    /// <param name="parsed">What was written.</param>
    /// <param name="need">What it needs of the storage.</param>
    /// <param name="action">What is done; it gives the exit code.</param>
    /// <param name="cancellationToken">Ends when the person gives up.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ParseResult parsed,
        StorageNeed need,
        Func<IServiceProvider, Task<int>> action,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            await using var scope = (await open(need, cancellationToken)).CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsTrusted(Name, Contract);
            return await action(scope.ServiceProvider);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A script must not take what was given up for what was done.
            await parsed.InvocationConfiguration.Error.WriteLineAsync("The command was given up.");
            return GivenUp;
        }
    }

    /// <summary>The error's sentence, after the option that it is about: the field <c>Scopes[0]</c> is that of <c>--scope</c>.</summary>
    private static string Sentence(ParseResult parsed, Error error)
    {
        var option = parsed.CommandResult.Command.Options.FirstOrDefault(option =>
            error.Field()?.StartsWith(option.Name.TrimStart('-'), StringComparison.OrdinalIgnoreCase) == true
        );
        return option is null ? error.Description : $"{option.Name}: {error.Description}";
    }
}
