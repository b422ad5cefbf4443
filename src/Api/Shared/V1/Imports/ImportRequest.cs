using System.Reflection;
using System.Security.Cryptography;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Http;
using Shared.Application;
using Shared.Application.Lists;

namespace Shared.Api.V1.Imports;

/// <summary>
/// A request that brings a file of records: all of them are taken, or with <c>?mode=valid</c> those that can be. The file
/// is read and checked while it arrives; only then the unit of work begins, so a slow client holds nobody up. A handler
/// takes it as a parameter.
/// </summary>
public sealed class ImportRequest
{
    /// <summary>How many bad lines an answer lists.</summary>
    public const int MostFaults = 1000;

    internal const string Mode = "mode";
    private const string OnlyValid = "valid";
    internal static readonly string[] Modes = ["all", OnlyValid];

    private readonly HttpContext http;
    private readonly WriteRequest write;

    private ImportRequest(HttpContext http, WriteRequest write) => (this.http, this.write) = (http, write);

    /// <summary>Takes a request.</summary>
    public static async ValueTask<ImportRequest?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new ImportRequest(context, (await WriteRequest.BindAsync(context, parameter))!);
    }

    /// <summary>Reads the file, runs the use case and answers what came of it.</summary>
    /// <param name="resource">The resource that the records are of.</param>
    /// <param name="outcome">The shape of what came of it.</param>
    /// <param name="take">Makes of a record what the use case takes.</param>
    /// <param name="import">The use case; it is told whether bad lines are left out.</param>
    public async Task<IResult> AnswerAsync<TDraft, TView, TLine, TOutcome>(
        WritableResource<TDraft, TView> resource,
        Shape<TOutcome> outcome,
        Func<ImportedRecord<TDraft>, TLine> take,
        Func<IReadOnlyList<TLine>, bool, Task<ErrorOr<TOutcome>>> import
    )
    {
        ArgumentNullException.ThrowIfNull(resource);
        var faults = FaultsOfQuery();
        if (faults.Count > 0)
            return new ProblemAnswer(faults);
        if (ImportFormat.All.FirstOrDefault(format => write.IsOneOf(format.MediaTypes)) is not { } format)
            return TypedResults.Problem(
                $"The body is {string.Join(" or ", ImportFormat.All.SelectMany(f => f.MediaTypes))}, in UTF-8 and not compressed.",
                statusCode: StatusCodes.Status415UnsupportedMediaType
            );
        var limits = http.RequestServices.GetRequiredService<HttpLimits>();
        if (http.Request.ContentLength > limits.ImportBytes)
            return TooLarge([ImportErrors.TooLarge(limits.ImportBytes)]);

        using var turn = await http.RequestServices.GetRequiredService<ImportQueue>().EnterAsync(http.RequestAborted);
        if (turn is null)
        {
            http.Response.Headers.RetryAfter = "10";
            return new ProblemAnswer([BodyProblems.ImportBusy.ToError()], BodyProblems.ImportBusy.Status);
        }

        // What was read is added up, so that a body that is not held can be told from another one.
        using var hash = SHA256.Create();
        await using var body = new CryptoStream(http.Request.Body, hash, CryptoStreamMode.Read, leaveOpen: true);
        var lines = await new ImportReader<TDraft, TView>(resource, limits).ReadAsync(
            body,
            format,
            take,
            progress: null,
            http.RequestAborted
        );
        if (lines.IsError)
            return lines.FirstError.Code is ImportErrors.TooLargeCode or ImportErrors.TooManyLinesCode
                ? TooLarge(lines.Errors)
                : new ProblemAnswer(lines.Errors);

        ErrorOr<TOutcome> imported = default;
        var answer = await write.RunAsync(
            resource.Module,
            hash.Hash!,
            async () =>
            {
                imported = await import(lines.Value, http.Request.Query[Mode] == OnlyValid);
                return imported.Then(done =>
                    Answer.Of(outcome, new Item<TOutcome>(done, Version: null, Language: null)).Finish(http.Request)
                );
            }
        );
        return imported is { IsError: true, Errors: var bad } && answer is ProblemAnswer ? Refusal(bad) : answer;
    }

    private static ProblemAnswer Refusal(List<Error> bad)
    {
        var lines = bad.Select(error => error.Line()).OfType<int>().Distinct().Count();
        return lines == 0
            ? new ProblemAnswer(bad)
            : new ProblemAnswer(bad)
            {
                Code = BodyProblems.LinesInvalid.Code,
                Detail = $"{lines} {(lines == 1 ? "line" : "lines")} cannot be taken, so nothing was added.",
                MostErrors = MostFaults,
            };
    }

    private static ProblemAnswer TooLarge(List<Error> errors) => new(errors, StatusCodes.Status413PayloadTooLarge);

    private List<Error> FaultsOfQuery()
    {
        var errors = new List<Error>();
        foreach (var (name, values) in http.Request.Query)
        {
            if (name != Mode)
                errors.Add(QueryErrors.UnknownParameter(name, Nearest.To(name, [Mode])));
            else if (values.Count > 1)
                errors.Add(QueryErrors.RepeatedParameter(name));
            else if (!Modes.Contains(values[0]))
                errors.Add(QueryErrors.UnknownValue(name, values[0]!, Nearest.To(values[0]!, Modes)));
        }
        return errors;
    }
}
