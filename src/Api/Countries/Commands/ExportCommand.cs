using System.CommandLine;
using Countries.Api.V1;
using Countries.Application;
using ErrorOr;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Commands;
using Shared.Api.V1;
using Shared.Application.Lists;

namespace Countries.Api.Commands;

/// <summary><c>export</c>: all countries, as <c>GET /api/v1/countries</c> writes a page of them.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "The format.",
        DefaultValueFactory = _ => ExportFormat.Csv.Name,
    }.AcceptOnlyFromAmong([.. ExportFormat.All.Select(format => format.Name)]);

    private static readonly Option<string> Output = new("--output")
    {
        Description = "The file to write. Without it, the standard output.",
    };

    private static readonly Option<string[]> Filters = new("--filter")
    {
        Description = "A filter of the list, such as source=local or region=Europe. Several must all be passed.",
        HelpName = "name=value",
    };

    private static readonly Option<string> Fields = new("--fields")
    {
        Description = "The members that are wanted, with commas between them. Without it, all.",
    };

    private static readonly Option<string> Language = new("--lang") { Description = "The language of names." };

    public static Command Make(CommandRunner runner)
    {
        var command = new Command("export", "Writes the countries.") { Format, Output, Filters, Fields, Language };
        command.SetAction(
            (parsed, cancellationToken) =>
                runner.RunAsync(
                    parsed,
                    StorageNeed.PreparedIfThere,
                    services => ExportAsync(parsed, services.GetRequiredService<ISender>(), cancellationToken),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, ISender sender, CancellationToken cancellationToken)
    {
        var errors = parsed.InvocationConfiguration.Error;
        var format = ExportFormat.All.First(format => format.Name == parsed.GetValue(Format));
        var shape = ShapeOf(parsed.GetValue(Fields), format);
        var countries = await FindAsync(parsed, sender, cancellationToken);
        if (shape.IsError || countries.IsError)
        {
            foreach (var error in (List<Error>)[.. shape.ErrorsOrEmptyList, .. countries.ErrorsOrEmptyList])
                await errors.WriteLineAsync(error.Description);
            return CommandRunner.Misused;
        }
        try
        {
            await using var output = parsed.GetValue(Output) is { } file
                ? File.Create(file)
                : Console.OpenStandardOutput();
            await format.WriteAsync(output, shape.Value, countries.Value, cancellationToken);
            return CommandRunner.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"The countries cannot be written: {e.Message}");
            return CommandRunner.Failed;
        }
    }

    /// <summary>CSV gets a column for each member within, unless somebody chooses, so that nothing is lost in it.</summary>
    private static ErrorOr<Shape<CountryView>> ShapeOf(string? fields, ExportFormat format) =>
        fields is not null ? CountryShape.Country.Select(fields)
        : format == ExportFormat.Csv ? CountryShape.Country.Unfold()
        : CountryShape.Country;

    private static async Task<ErrorOr<Page<CountryView>>> FindAsync(
        ParseResult parsed,
        ISender sender,
        CancellationToken cancellationToken
    )
    {
        var query = new ListQuery
        {
            Filters = [.. (parsed.GetValue(Filters) ?? []).Select(FilterOf)],
            Language = new LanguageWish(parsed.GetValue(Language), []),
            Limit = ListQuery.MostItems,
        };
        var items = new List<CountryView>();
        while (true)
        {
            var page = await sender.Send(new FindCountries(query), cancellationToken);
            if (page.IsError)
                return page.Errors;
            items.AddRange(page.Value.Items);
            if (page.Value.Next is not { } next)
                return page.Value with { Items = items };
            query = query with { Cursor = next };
        }
    }

    private static FilterTerm FilterOf(string text)
    {
        var parts = text.Split('=', 2);
        return new FilterTerm(parts[0], parts.Length < 2 ? [] : parts[1].Split(',', StringSplitOptions.TrimEntries));
    }
}
