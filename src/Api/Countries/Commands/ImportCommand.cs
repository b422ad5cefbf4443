using System.CommandLine;
using Countries.Api.V1;
using Countries.Application;
using ErrorOr;
using MapsterMapper;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Commands;
using Shared.Api.Http;
using Shared.Api.V1;
using Shared.Api.V1.Imports;

namespace Countries.Api.Commands;

/// <summary><c>import FILE</c>: the same as <c>POST /api/v1/countries/imports</c>.</summary>
internal static class ImportCommand
{
    private const string StandardInput = "-";
    private const string All = "all";
    private const string OnlyValid = "valid";

    private static readonly Argument<string> File = new("file")
    {
        Description = "A file of countries: CSV with the columns of an export, or NDJSON. - is the standard input.",
    };

    private static readonly Option<string> Mode = new Option<string>("--mode")
    {
        Description = "all: add all countries, or none when a line is bad. valid: leave bad lines out.",
        DefaultValueFactory = _ => All,
    }.AcceptOnlyFromAmong(All, OnlyValid);

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "The format of the file. Without it, the ending of its name says it.",
    }.AcceptOnlyFromAmong([.. ImportFormat.All.Select(format => format.Name)]);

    public static Command Make(CommandRunner runner)
    {
        var command = new Command("import", "Adds the countries of a file.") { File, Mode, Format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(File) is { } file && FormatOf(file, result.GetValue(Format)) is null)
                result.AddError("--format: The name of the file does not tell its format; say csv or ndjson.");
        });
        command.SetAction(
            (parsed, cancellationToken) =>
                runner.RunAsync(
                    parsed,
                    StorageNeed.PreparedIfThere,
                    services => ImportAsync(parsed, services, cancellationToken),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> ImportAsync(
        ParseResult parsed,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var file = parsed.GetRequiredValue(File);
        ErrorOr<List<ImportLine>> lines;
        try
        {
            lines = await ReadAsync(
                file,
                FormatOf(file, parsed.GetValue(Format))!,
                errors,
                services,
                cancellationToken
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{file} cannot be read: {e.Message}");
            return CommandRunner.Failed;
        }

        var onlyValid = parsed.GetValue(Mode) == OnlyValid;
        var done = lines.IsError
            ? lines.Errors
            : await services
                .GetRequiredService<ISender>()
                .Send(new ImportCountries(lines.Value, onlyValid), cancellationToken);
        foreach (var error in done.IsError ? done.Errors : done.Value.Faults)
            await errors.WriteLineAsync(Sentence(error));
        if (done.IsError)
        {
            await errors.WriteLineAsync("Nothing was added.");
            return CommandRunner.Failed;
        }
        await output.WriteLineAsync($"Added {done.Value.Added.Count} of {done.Value.Lines} countries.");
        return CommandRunner.Done;
    }

    private static async Task<ErrorOr<List<ImportLine>>> ReadAsync(
        string file,
        ImportFormat format,
        TextWriter errors,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        await using var stream = file == StandardInput ? Console.OpenStandardInput() : System.IO.File.OpenRead(file);
        using var progress = new ProgressBar(
            errors,
            isWatched: !Console.IsErrorRedirected,
            stream.CanSeek ? stream.Length : null
        );
        var mapper = services.GetRequiredService<IMapper>();
        var reader = new ImportReader<CountryRequest, CountryView>(
            CountryWrites.Country,
            services.GetRequiredService<HttpLimits>()
        );
        return await reader.ReadAsync(
            stream,
            format,
            record => CountryImports.LineOf(record, mapper),
            progress,
            cancellationToken
        );
    }

    private static ImportFormat? FormatOf(string file, string? name)
    {
        var ending = name ?? Path.GetExtension(file).TrimStart('.');
        return ImportFormat.All.FirstOrDefault(format =>
            format.Name.Equals(ending, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>One line for each fault: where, of what, and what is wrong.</summary>
    private static string Sentence(Error error)
    {
        var fault = LineFault.Of(error);
        var place = fault.Line is { } line ? $"line {line}: " : "";
        return fault.Field is { } field ? $"{place}{field}: {error.Description}" : $"{place}{error.Description}";
    }
}
