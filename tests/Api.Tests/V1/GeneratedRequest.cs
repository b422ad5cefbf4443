using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Api.Tests.Seed;
using CsCheck;

namespace Api.Tests.V1;

/// <summary>A request that was made up for an operation of the document.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Values">The parameters that are sent.</param>
internal sealed record GeneratedRequest(Operation Operation, IReadOnlyList<(Parameter Parameter, string Value)> Values)
{
    private static readonly string[] Keys = ["CH", "che", "756", "EUR", "usd", "XK", "SU", "000", "ZZZ", "..", "%2F"];

    private static readonly string[] MediaTypes =
    [
        "application/json",
        "application/xml",
        "text/csv",
        "application/x-ndjson",
        "*/*",
        "image/png",
        "text/html, application/xml;q=0.9, */*;q=0.8",
        "nonsense",
        ";;;,q=",
    ];

    /// <summary>Any text: naughty ones, random ones, and those that look like something.</summary>
    public static readonly Gen<string> Text = Gen.Frequency(
        (2, Gen.OneOf([.. NaughtyStrings.All.Values])),
        (1, Gen.String),
        (
            1,
            Gen.OneOf<string>(
                "",
                "0",
                "-1",
                "true",
                "null",
                "99999999999999999999",
                "1e309",
                "2022-02-30",
                "a,b,,c",
                "-",
                "name,-name",
                "*",
                "{}"
            )
        )
    );

    /// <summary>The field Accept, if it is sent.</summary>
    public string? Accept { get; init; }

    /// <summary>The body, if there is one.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the path is still one of the operation's: no segment is empty, a dot, or has a slash in it.</summary>
    public bool KeepsItsPath =>
        Values
            .Where(value => value.Parameter.In == "path")
            .All(value => value.Value.Trim('.').Length > 0 && !value.Value.AsSpan().ContainsAny("/\\%"));

    /// <summary>The request of the document's own examples, with what must not be left out and some of the rest.</summary>
    public static GeneratedRequest Example(Operation operation, params IEnumerable<Parameter> others) =>
        new(
            operation,
            [
                .. operation
                    .Parameters.Where(p => p.In == "path" || p.Name == "If-Match")
                    .Concat(others)
                    .Distinct()
                    .Select(p => (p, p.Example!)),
            ]
        )
        {
            Body = operation.BodyExample,
        };

    /// <summary>Requests for an operation: each parameter left out, as in the example, or anything at all.</summary>
    public static Gen<GeneratedRequest> For(Operation operation, Gen<string?> body)
    {
        var values = operation.Parameters.Aggregate(
            Gen.Const(ImmutableList<(Parameter, string)>.Empty),
            (some, parameter) =>
                Gen.Select(
                    some,
                    ValueOf(parameter),
                    (list, value) => value is null ? list : list.Add((parameter, value))
                )
        );
        return Gen.Select(
            values,
            Gen.Frequency((19, Gen.Const((string?)null)), (1, Text.Select(string? (text) => text))),
            Gen.Frequency((8, Gen.Const((string?)null)), (2, Gen.OneOf(MediaTypes).Select(string? (type) => type))),
            body,
            (list, unknown, type, content) =>
                new GeneratedRequest(
                    operation,
                    unknown is null ? list : list.Add((new Parameter(unknown, "query", null), "1"))
                )
                {
                    Accept = type,
                    Body = content,
                }
        );
    }

    public HttpRequestMessage ToMessage()
    {
        var path = Operation.Path;
        foreach (var (parameter, value) in Values.Where(value => value.Parameter.In == "path"))
            path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        var query = string.Join(
            '&',
            Values
                .Where(value => value.Parameter.In == "query")
                .Select(value => $"{Uri.EscapeDataString(value.Parameter.Name)}={Uri.EscapeDataString(value.Value)}")
        );
        var message = new HttpRequestMessage(Operation.Method, new Uri($"{path}?{query}", UriKind.Relative));
        foreach (var (parameter, value) in Values.Where(value => value.Parameter.In == "header"))
            message.Headers.With(parameter.Name, value);
        if (Accept is not null)
            message.Headers.With("Accept", Accept);
        if (Body is not null)
            message.Content = new StringContent(Body, Encoding.UTF8, Operation.BodyType!);
        return message;
    }

    public override string ToString() =>
        $"{Operation} {string.Join(' ', Values.Select(value => $"{value.Parameter.Name}={JsonSerializer.Serialize(value.Value)}"))} {Accept} {Body}";

    private static Gen<string?> ValueOf(Parameter parameter)
    {
        var example = Gen.Const(parameter.Example ?? "CH").Select(string? (text) => text);
        var none = Gen.Const((string?)null);
        var text = Text.Select(string? (text) => text);
        return (parameter.In, parameter.Name) switch
        {
            ("path", _) => Gen.Frequency((4, example), (1, Gen.OneOf(Keys).Select(string? (key) => key)), (1, text)),
            // Without it, nothing that changes a record would ever be done.
            ("header", "If-Match") => Gen.Frequency((8, example), (1, none), (1, Visible)),
            ("header", _) => Gen.Frequency((8, none), (1, example), (1, Visible)),
            // Short pages are as good as long ones.
            (_, "limit") => Gen.Frequency((12, Gen.Const("2").Select(string? (few) => few)), (1, none), (1, text)),
            _ => Gen.Frequency((20, none), (2, example), (1, text)),
        };
    }

    /// <summary>A header field takes no control characters: the client would not even send them.</summary>
    private static readonly Gen<string?> Visible = Gen.String[Gen.Char[' ', '~'], 1, 40].Select(string? (text) => text);
}
