using System.CommandLine;
using System.Text;
using Shared.Api.Commands;

namespace Access.Api;

/// <summary>
/// Asks the person before the terminal, or takes the answers from the environment. Questions go to the stream for errors,
/// so that the standard output is what came of the command.
/// </summary>
/// <param name="parsed">The command.</param>
/// <param name="noInput">Whether nothing is to be asked.</param>
internal sealed class Terminal(ParseResult parsed, bool noInput)
{
    private const int MostTries = 3;

    private TextWriter Error => parsed.InvocationConfiguration.Error;

    /// <summary>Why the command cannot come to a password, if it cannot.</summary>
    /// <param name="variable">The environment variable for it.</param>
    public string? Refusal(string variable) =>
        noInput
            ? (Given(variable) is null ? $"--noinput needs the password in the environment variable {variable}." : null)
        : Console.IsInputRedirected
            ? $"There is no terminal to ask at. Use --noinput, with the password in the environment variable {variable}."
        : null;

    /// <summary>Says why nothing is done.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RefuseAsync(string sentence)
    {
        await Error.WriteLineAsync(sentence);
        return CommandRunner.Misused;
    }

    /// <summary>The answer to a question.</summary>
    public async Task<string?> AskAsync(string question, string variable)
    {
        if (noInput || Given(variable) is not null)
            return Given(variable);
        await Error.WriteAsync($"{question}: ");
        return await Console.In.ReadLineAsync();
    }

    /// <summary>A password, typed twice without being shown.</summary>
    /// <returns>The password; <see langword="null"/> where the two were not the same time and again.</returns>
    public async Task<string?> AskForPasswordAsync(string variable)
    {
        if (noInput)
            return Given(variable);
        for (var i = 0; i < MostTries; i++)
        {
            var password = await ReadHiddenAsync("Password");
            if (await ReadHiddenAsync("Password (again)") == password)
                return password;
            await Error.WriteLineAsync("The two passwords are not the same.");
        }
        return null;
    }

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable);

    private async Task<string> ReadHiddenAsync(string question)
    {
        await Error.WriteAsync($"{question}: ");
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
                break;
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (key.KeyChar != '\0')
                typed.Append(key.KeyChar);
        }
        await Error.WriteLineAsync();
        return typed.ToString();
    }
}
