using System.Text.Json.Nodes;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Shared.Api.Admin.Pages;
using Shared.Api.Pages;

namespace Shared.Api.Admin;

/// <summary>The forms of a resource: for a new record, and for one that is there.</summary>
internal sealed class FormPages(AdminModel model)
{
    private const string RowsButton = "rows";
    private const string SaveButton = "save";

    /// <summary>Shows an empty form.</summary>
    public Task<IResult> ShowNewAsync(AdminCall call) =>
        RenderAsync(call, new FormState(model, model.Blank.DeepClone().AsObject()));

    /// <summary>Adds what a form says.</summary>
    public async Task<IResult> AddAsync(AdminCall call, PostedForm form)
    {
        var (values, errors) = FormReader.Read(model.Fields, form, keepsBlankRows: form[RowsButton] is not null);
        var state = new FormState(model, values) { Errors = errors };
        if (ChangesRows(form, values))
            return await RenderAsync(call, state with { Errors = [] });
        var added = errors.Count > 0 ? errors.ToList() : await model.Add!(call, values);
        return added.IsError
            ? await RenderAsync(call, state with { Errors = added.Errors }, StatusOf(added.Errors))
            : Saved(call, form, added.Value, "added", added.Value.Secret);
    }

    /// <summary>Shows the form of a record.</summary>
    public async Task<IResult> ShowAsync(AdminCall call, string key)
    {
        var found = await model.Find!(call, key);
        return found.IsError
            ? call.GoTo(model.Address, found.FirstError.Description, isBad: true)
            : await RenderAsync(call, Of(call, found.Value, found.Value.Values));
    }

    /// <summary>Changes a record to what a form says, unless somebody else changed it meanwhile: then a person decides.</summary>
    public async Task<IResult> ChangeAsync(AdminCall call, string key, PostedForm form)
    {
        var found = await model.Find!(call, key);
        if (found.IsError)
            return call.GoTo(model.Address, found.FirstError.Description, isBad: true);
        var (values, errors) = FormReader.Read(model.Fields, form, keepsBlankRows: form[RowsButton] is not null);
        var seen = FormValues.Parse(form[FormPage.SeenField]);
        FormValues.TakeTheirs(values, seen, model.Fields, form);
        var version = long.TryParse(form[FormPage.VersionField], out var number) ? number : (long?)null;
        // The form goes on with the version that it was opened with: what it says was made from that one.
        var opened = found.Value with
        {
            Version = version ?? found.Value.Version,
            Values = seen,
        };
        var state = Of(call, opened, values) with { Errors = errors };
        if (ChangesRows(form, values))
            return await RenderAsync(call, state with { Errors = [] });
        var changed = errors.Count > 0 ? errors.ToList() : await model.Change!(call, key, opened.Version, values);
        if (!changed.IsError)
            return Saved(call, form, changed.Value, "changed");
        return IsStale(changed.FirstError)
            ? await ShowClashAsync(call, key, seen, values)
            : await RenderAsync(call, state with { Errors = changed.Errors }, StatusOf(changed.Errors));
    }

    /// <summary>Shows both changes side by side. The form goes on with the version of now.</summary>
    private async Task<IResult> ShowClashAsync(AdminCall call, string key, JsonObject seen, JsonObject mine)
    {
        var now = await model.Find!(call, key);
        if (now.IsError)
            return call.GoTo(model.Address, now.FirstError.Description, isBad: true);
        var clashes = Clash.Find(model, seen, mine, now.Value.Values);
        return await RenderAsync(
            call,
            Of(call, now.Value, mine) with
            {
                Clashes = clashes,
            },
            StatusCodes.Status409Conflict
        );
    }

    /// <summary>Whether an error says that the record was changed meanwhile; each module has its own code for it.</summary>
    internal static bool IsStale(Error error) => error.Code.EndsWith(".stale", StringComparison.Ordinal);

    private FormState Of(AdminCall call, AdminRecord record, JsonObject values) =>
        new(model, values)
        {
            Record = record,
            MaySave = model.Change is not null && call.May(model, "change"),
            MayDelete = model.Delete is not null && call.May(model, "delete"),
        };

    private static bool ChangesRows(PostedForm form, JsonObject values)
    {
        if (form[RowsButton] is not { Length: > 1 } button)
            return false;
        FormValues.ChangeRows(values, button);
        return true;
    }

    private IResult Saved(AdminCall call, PostedForm form, AdminRecord record, string what, string? secret = null)
    {
        var sentence = $"The {model.One} “{record.Title}” was {what}.";
        if (secret is not null)
            sentence = $"{sentence} Keep this, it is not shown again: {secret}";
        return form[SaveButton] switch
        {
            "another" => call.GoTo(model.AddAddress, $"{sentence} You may add another one."),
            "continue" => call.GoTo(model.AddressOf(record.Key, "change"), $"{sentence} You may go on."),
            _ => call.GoTo(model.Address, sentence),
        };
    }

    private static int StatusOf(List<Error> errors) =>
        errors[0].Type == ErrorType.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    private async Task<IResult> RenderAsync(AdminCall call, FormState state, int status = StatusCodes.Status200OK)
    {
        var offers = new Dictionary<string, IReadOnlyList<Choice>>();
        foreach (var field in model.Fields)
        {
            if (field.Declared.Offer is { } offer)
                offers[field.Name] = await offer(call);
        }
        return call.Page<FormPage>(
            state.Record is { } record ? record.Title : $"Add {model.One}",
            [new(model.Heading, model.Address)],
            new() { [nameof(FormPage.State)] = state with { Offers = offers } },
            status
        );
    }
}
