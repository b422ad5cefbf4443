using ErrorOr;
using Shared.Domain;

namespace Shared.Application;

/// <summary>Turns the domain's failures into the errors that use cases answer with, and reads them back.</summary>
public static class Errors
{
    private const string FieldKey = "field";
    private const string DetailKey = "detail";
    private const string NearestKey = "nearest";
    private const string LineKey = "line";
    private const string WaitKey = "wait";

    /// <summary>The error that stands for a failure.</summary>
    public static Error ToError(this Failure failure)
    {
        var metadata = new Dictionary<string, object>();
        if (failure.Field is { } field)
            metadata[FieldKey] = field;
        if (failure.Detail is { } detail)
            metadata[DetailKey] = detail;
        if (failure.Nearest is { } nearest)
            metadata[NearestKey] = nearest;
        if (failure.Wait is { } seconds)
            metadata[WaitKey] = seconds;
        return failure.Kind switch
        {
            FailureKind.NotFound => Error.NotFound(failure.Code, failure.Message, metadata),
            FailureKind.Conflict => Error.Conflict(failure.Code, failure.Message, metadata),
            _ => Error.Validation(failure.Code, failure.Message, metadata),
        };
    }

    /// <summary>The error of an adapter that cannot make sense of its input.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="field">The member or field at fault, if it is one.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="nearest">The known value that was probably meant.</param>
    public static Error Invalid(string code, string? field, string message, string? nearest = null) =>
        new Failure(code, FailureKind.Invalid, message) { Field = field, Nearest = nearest }.ToError();

    /// <summary>The same error, in a line of a file.</summary>
    /// <param name="error">The error.</param>
    /// <param name="line">The number of the line, from 1.</param>
    public static Error AtLine(this Error error, int line) =>
        Error.Custom(
            (int)error.Type,
            error.Code,
            error.Description,
            new Dictionary<string, object>(error.Metadata ?? []) { [LineKey] = line }
        );

    /// <summary>The line of a file that is at fault, if it is one.</summary>
    public static int? Line(this Error error) => error.Metadata?.GetValueOrDefault(LineKey) as int?;

    /// <summary>The property at fault, as the command names it; <see langword="null"/> when it is no single one.</summary>
    public static string? Field(this Error error) => error.Metadata?.GetValueOrDefault(FieldKey) as string;

    /// <summary>The figure or character that the sentence speaks of, if any (<see cref="Failure.Detail"/>).</summary>
    public static string? Detail(this Error error) => error.Metadata?.GetValueOrDefault(DetailKey) as string;

    /// <summary>The known value that was probably meant, if any (<see cref="Failure.Nearest"/>).</summary>
    public static string? Nearest(this Error error) => error.Metadata?.GetValueOrDefault(NearestKey) as string;

    /// <summary>After how many seconds another try may succeed, where waiting helps (<see cref="Failure.Wait"/>).</summary>
    public static int? Wait(this Error error) => error.Metadata?.GetValueOrDefault(WaitKey) as int?;
}
