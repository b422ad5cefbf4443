using System.Globalization;
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

    /// <summary>Whether the answer to a form that adds a record tells a secret, so that it cannot be another page.</summary>
    public required bool TellsSecret { get; init; }

    /// <summary>The form. It is found from the types of the members when somebody first asks, since a start should not wait for it.</summary>
    public required Lazy<AdminForm> Form { get; init; }

    public required Func<AdminCall, ListQuery, Task<ErrorOr<Page<AdminRecord>>>> List { get; init; }

    public required Func<AdminCall, string, Task<ErrorOr<AdminRecord>>>? Find { get; init; }

    public required Func<AdminCall, JsonObject, Task<ErrorOr<AdminRecord>>>? Add { get; init; }

    public required Func<AdminCall, string, long?, JsonObject, Task<ErrorOr<AdminRecord>>>? Change { get; init; }

    public required Func<AdminCall, string, long?, Task<ErrorOr<Success>>>? Delete { get; init; }

    public required Func<AdminCall, string, ListQuery, Task<ErrorOr<Page<HistoryItem>>>>? History { get; init; }

    public required IReadOnlyList<ListAction> Actions { get; init; }

    public required IReadOnlyList<RecordPage> Pages { get; init; }

    /// <summary>What a member is called: as its field is, if it has one.</summary>
    public string LabelOf(string name) => Form.Value.LabelOf(name);

    /// <summary>The address of the list.</summary>
    public string Address => $"{Root}{Path}/";

    /// <summary>The address of the form for a new record.</summary>
    public string AddAddress => $"{Address}add";

    /// <summary>The address of a page of a record: <c>change</c>, <c>delete</c>, <c>history</c> or one of <see cref="Pages"/>.</summary>
    public string AddressOf(string key, string page) => $"{Address}{Uri.EscapeDataString(key)}/{page}";

    /// <summary>The permission for an action: <c>countries:change</c>.</summary>
    public string PermissionTo(string action) => $"{Permission}:{action}";
}

/// <summary>The form of a resource.</summary>
/// <param name="Sections">Its parts.</param>
/// <param name="Blank">What the fields of a new record say.</param>
public sealed record AdminForm(IReadOnlyList<FieldSection> Sections, JsonObject Blank)
{
    /// <summary>The fields of all parts.</summary>
    public IReadOnlyList<FormField> Fields { get; } = [.. Sections.SelectMany(section => section.Fields)];

    /// <summary>What the field with a path is called: "Currencies 1, Code" for <c>currencies[0].code</c>.</summary>
    internal string LabelOf(string path)
    {
        var labels = new List<string>();
        var fields = Fields;
        foreach (var part in path.Split('.'))
        {
            var (name, row) = part.Split('[', ']') is [var list, var index, ..] ? (list, index) : (part, "");
            var field = fields.FirstOrDefault(field => field.Name == name);
            var label = field?.Label ?? Wording.OfName(name);
            labels.Add(
                int.TryParse(row, CultureInfo.InvariantCulture, out var number) ? $"{label} {number + 1}" : label
            );
            fields = field?.Within ?? [];
        }
        return string.Join(", ", labels);
    }
}
