using System.Text.Json.Nodes;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Shared.Api.Pages;
using Shared.Api.V1;
using Shared.Application;
using Shared.Application.Lists;

namespace Shared.Api.Admin;

/// <summary>
/// A resource of the admin, as its module declares it. From this the kit makes the list, the forms, deleting and the
/// history; what is left out is not offered. Everything runs through the use cases that the API runs through.
/// </summary>
/// <typeparam name="TBody">What is written: the type of the API's bodies. Its members are the fields of the form.</typeparam>
/// <typeparam name="TView">What is shown.</typeparam>
/// <param name="Path">Where it stands below <c>/admin/</c>: <c>countries</c>, <c>access/users</c>.</param>
/// <param name="One">What one record is called: "country".</param>
/// <param name="Many">What several are called: "countries".</param>
/// <param name="Shape">The members that are shown, by the names that the API has for them.</param>
public sealed record AdminResource<TBody, TView>(string Path, string One, string Many, Shape<TView> Shape)
{
    /// <summary>The module that it belongs to.</summary>
    public string Module { get; } = ModuleName.Of<TView>();

    /// <summary>The heading of the list: "Countries".</summary>
    public string Heading { get; init; } = Wording.Capital(Many);

    /// <summary>What the history calls a record.</summary>
    public string Record { get; init; } = One;

    /// <summary>The resource in permissions: <c>countries</c> of <c>countries:change</c>.</summary>
    public required string Permission { get; init; }

    /// <summary>What makes a record known: the last part of its address.</summary>
    public required Func<TView, string> Key { get; init; }

    /// <summary>What a person calls a record.</summary>
    public required Func<TView, string> Title { get; init; }

    /// <summary>Counts the changes of a record, so that none is lost to another one.</summary>
    public Func<TView, long?> Version { get; init; } = _ => null;

    /// <summary>The columns of the list, by the names of members. The first one leads to the record.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>What the list can be asked for.</summary>
    public required ListWords Words { get; init; }

    /// <summary>The parts of the form.</summary>
    public IReadOnlyList<FormSection> Form { get; init; } = [];

    /// <summary>What the form for a new record says before anybody wrote into it.</summary>
    public Func<TBody>? Blank { get; init; }

    /// <summary>What is deleted together with a record, in words.</summary>
    public Func<TView, IEnumerable<string>> GoesWith { get; init; } = _ => [];

    /// <summary>
    /// What is told of a record once, when it was added, and never again: the token of a key. Where there is one, a form that
    /// is sent again, as a reload of its answer does, adds nothing.
    /// </summary>
    public Func<TView, string?>? Secret { get; init; }

    /// <summary>What deleting is called, and what was done: "revoke" and "revoked".</summary>
    public (string Verb, string Done) Deleting { get; init; } = ("delete", "deleted");

    /// <summary>Gives a page of the list.</summary>
    public required Func<AdminCall, ListQuery, Task<ErrorOr<Page<TView>>>> List { get; init; }

    /// <summary>Gives a record by its key.</summary>
    public Func<AdminCall, string, Task<ErrorOr<TView>>>? Find { get; init; }

    /// <summary>Adds a record.</summary>
    public Func<AdminCall, TBody, Task<ErrorOr<TView>>>? Add { get; init; }

    /// <summary>Changes the record with a key, if it still has the version that was seen.</summary>
    public Func<AdminCall, string, long?, TBody, Task<ErrorOr<TView>>>? Change { get; init; }

    /// <summary>Takes the record with a key away, if it still has the version that was seen; any where none is given.</summary>
    public Func<AdminCall, string, long?, Task<ErrorOr<Success>>>? Delete { get; init; }

    /// <summary>Tells what happened to the record with a key.</summary>
    public Func<AdminCall, string, ListQuery, Task<ErrorOr<Page<HistoryItem>>>>? History { get; init; }

    /// <summary>What else can be done with records that are selected in the list.</summary>
    public IReadOnlyList<ListAction> Actions { get; init; } = [];

    /// <summary>What else there is to do with a record, each on a page of its own.</summary>
    public IReadOnlyList<RecordPage> Pages { get; init; } = [];

    /// <summary>The resource as the pages see it: records are JSON, with the names of the API.</summary>
    internal AdminModel ToModel()
    {
        var row = Shape.Select(string.Join(',', Columns)).Value;
        return new(Path, One, Many, Module, Permission, Columns, Words)
        {
            Heading = Heading,
            Record = Record,
            Deleting = Deleting,
            TellsSecret = Secret is not null,
            Form = new(MakeForm),
            List = async (call, query) =>
                (await List(call, query)).Then(page => page.Select(view => ToRecord(view, row))),
            Find = Find is null ? null : async (call, key) => (await Find(call, key)).Then(ToRecord),
            Add = Add is null
                ? null
                : async (call, values) =>
                    await StrictJson
                        .To<TBody>(values.DeepClone().AsObject())
                        .ThenAsync(body => Add(call, body))
                        .Then(ToRecord),
            Change = Change is null
                ? null
                : async (call, key, version, values) =>
                    await StrictJson
                        .To<TBody>(values.DeepClone().AsObject())
                        .ThenAsync(body => Change(call, key, version, body))
                        .Then(ToRecord),
            Delete = Delete,
            History = History,
            Actions = Actions,
            Pages = Pages,
        };
    }

    private AdminForm MakeForm() =>
        new(
            FormField.Of<TBody>(Form, Shape.Members.ToDictionary(member => member.Name, member => member.Description)),
            Blank is null ? [] : StrictJson.Of(Blank())
        );

    private AdminRecord ToRecord(TView view) => ToRecord(view, Shape);

    private AdminRecord ToRecord(TView view, Shape<TView> shape)
    {
        var shown = shape.ToJson(view);
        var values = shown.DeepClone().AsObject();
        StrictJson.Prune(values, typeof(TBody));
        return new(Key(view), Title(view), Version(view), shown, values, [.. GoesWith(view)])
        {
            Secret = Secret?.Invoke(view),
        };
    }
}

/// <summary>Something that is done with the selected records of a list at once. It is for whoever may change them.</summary>
/// <param name="Name">The last part of its address, below that of the list.</param>
/// <param name="Label">What the button says.</param>
/// <param name="Run">Does it with the records of these keys, and tells in a sentence what was done.</param>
public sealed record ListAction(
    string Name,
    string Label,
    Func<AdminCall, IReadOnlyList<string>, Task<ErrorOr<string>>> Run
);

/// <summary>A page of a record for what is no field of it, such as a new password. It is for whoever may change the record.</summary>
/// <param name="Name">The last part of its address, below the record's: <c>password</c>.</param>
/// <param name="Label">What the button that leads to it says.</param>
/// <param name="Show">Shows the page, by the key of the record.</param>
/// <param name="Send">Does what the form of the page says.</param>
public sealed record RecordPage(
    string Name,
    string Label,
    Func<AdminCall, string, Task<IResult>> Show,
    Func<AdminCall, string, PostedForm, Task<IResult>> Send
);

/// <summary>A record as the pages see it.</summary>
/// <param name="Key">What makes it known.</param>
/// <param name="Title">What a person calls it.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="Shown">All that is shown of it.</param>
/// <param name="Values">What of it can be written.</param>
/// <param name="GoesWith">What is deleted together with it.</param>
public sealed record AdminRecord(
    string Key,
    string Title,
    long? Version,
    JsonObject Shown,
    JsonObject Values,
    IReadOnlyList<string> GoesWith
)
{
    /// <summary>What is told of it once.</summary>
    public string? Secret { get; init; }
}
