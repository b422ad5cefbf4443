using System.Text.Json.Nodes;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Shared.Api.Admin;

/// <summary>A declared resource (<see cref="AdminResource{TBody, TView}"/>) as the pages see it, whatever its types.</summary>
public sealed record AdminModel(
    string Path,
    string One,
    string Many,
    string Module,
    string Permission,
    IReadOnlyList<string> Columns,
    ListWords Words
)
{
    public const string Root = "/admin/";

    public required string Heading { get; init; }

    public required string Record { get; init; }

    public required (string Verb, string Done) Deleting { get; init; }

    public required JsonObject Blank { get; init; }

    public required IReadOnlyList<FieldSection> Sections { get; init; }

    public required Func<AdminCall, ListQuery, Task<ErrorOr<Page<AdminRecord>>>> List { get; init; }

    public required Func<AdminCall, string, Task<ErrorOr<AdminRecord>>>? Find { get; init; }

    public required Func<AdminCall, JsonObject, Task<ErrorOr<AdminRecord>>>? Add { get; init; }

    public required Func<AdminCall, string, long?, JsonObject, Task<ErrorOr<AdminRecord>>>? Change { get; init; }

    public required Func<AdminCall, string, long?, Task<ErrorOr<Success>>>? Delete { get; init; }

    public required Func<AdminCall, string, ListQuery, Task<ErrorOr<Page<HistoryItem>>>>? History { get; init; }

    /// <summary>The fields of all sections.</summary>
    public IReadOnlyList<FormField> Fields => [.. Sections.SelectMany(section => section.Fields)];

    /// <summary>What a member is called: as its field is, if it has one.</summary>
    public string LabelOf(string name) =>
        Fields.FirstOrDefault(field => field.Name == name)?.Label ?? Wording.OfName(name);

    /// <summary>The address of the list.</summary>
    public string Address => $"{Root}{Path}/";

    /// <summary>The address of the form for a new record.</summary>
    public string AddAddress => $"{Address}add";

    /// <summary>The address of a page of a record: <c>change</c>, <c>delete</c> or <c>history</c>.</summary>
    public string AddressOf(string key, string page) => $"{Address}{Uri.EscapeDataString(key)}/{page}";

    /// <summary>The permission for an action: <c>countries:change</c>.</summary>
    public string PermissionTo(string action) => $"{Permission}:{action}";
}
