using System.CommandLine;
using ErrorOr;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;

namespace Shared.Api.Commands;

/// <summary>Runs what a command of the command line does: on prepared storage, in a scope of its own, beside a running service.</summary>
/// <param name="prepare">Gives the services, once the storage is prepared.</param>
public sealed class CommandRunner(Func<CancellationToken, Task<IServiceProvider>> prepare)
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
    public async Task<int> SendAsync<T>(
        ParseResult parsed,
        IRequest<ErrorOr<T>> useCase,
        Func<T, IEnumerable<string>> say,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(parsed);
        try
        {
            return await SendOnceAsync(parsed, useCase, say, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("The command was given up.");
            return GivenUp;
        }
    }

    private async Task<int> SendOnceAsync<T>(
        ParseResult parsed,
        IRequest<ErrorOr<T>> useCase,
        Func<T, IEnumerable<string>> say,
        CancellationToken cancellationToken
    )
    {
        await using var scope = (await prepare(cancellationToken)).CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(Name, Contract);
        var answer = await scope.ServiceProvider.GetRequiredService<ISender>().Send(useCase, cancellationToken);
        if (answer.IsError)
        {
            foreach (var error in answer.Errors)
                await parsed.InvocationConfiguration.Error.WriteLineAsync(Sentence(parsed, error));
            return answer.Errors.TrueForAll(error => error.Type == ErrorType.Validation) ? Misused : Failed;
        }
        foreach (var line in say(answer.Value))
            await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
        return Done;
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
