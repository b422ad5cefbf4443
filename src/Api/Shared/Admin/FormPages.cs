using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Admin.Pages;
using Shared.Api.Pages;
using Shared.Api.Problems;
using Shared.Application;

namespace Shared.Api.Admin;

/// <summary>The forms of a resource: for a new record, and for one that is there.</summary>
internal sealed class FormPages(AdminModel model)
{
    private const string RowsButton = "rows";
    private const string SaveButton = "save";
    private const int OnceLength = 32;

    /// <summary>Shows an empty form.</summary>
    public Task<IResult> ShowNewAsync(AdminCall call) =>
        RenderAsync(call, new FormState(model, model.Form.Value.Blank.DeepClone().AsObject()));

    /// <summary>Adds what a form says.</summary>
    public async Task<IResult> AddAsync(AdminCall call, PostedForm form)
    {
        var (values, errors) = FormReader.Read(
            model.Form.Value.Fields,
            form,
            keepsBlankRows: form[RowsButton] is not null
        );
        var state = new FormState(model, values) { Errors = errors };
        if (ChangesRows(form, values))
            return await RenderAsync(call, state with { Errors = [] });
        if (errors.Count == 0 && await WasSentBeforeAsync(call, form[FormPage.OnceField]))
            errors = [FormProblems.SentBefore.ToError()];
        var added = errors.Count > 0 ? errors.ToList() : await model.Add!(call, values);
        return added.IsError
            ? await RenderAsync(call, state with { Errors = added.Errors }, call.Http.StatusOf(added.FirstError))
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
        var (values, errors) = FormReader.Read(
            model.Form.Value.Fields,
            form,
            keepsBlankRows: form[RowsButton] is not null
        );
        var seen = FormValues.Parse(form[FormPage.SeenField]);
        FormValues.TakeTheirs(values, seen, model.Form.Value.Fields, form);
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
            : await RenderAsync(call, state with { Errors = changed.Errors }, call.Http.StatusOf(changed.FirstError));
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

    /// <summary>Notes that a form was sent, in a transaction of its own: what it says takes effect once or, if it fails, not at all.</summary>
    private async Task<bool> WasSentBeforeAsync(AdminCall call, string? once)
    {
        if (once is not { Length: OnceLength })
            return false;
        var services = call.Http.RequestServices;
        var answers = services.GetRequiredService<IKeptAnswersProvider>().Of(model.Module);
        var key = $"form {once}";
        var isFirst = await services
            .GetRequiredService<IUnitOfWorkProvider>()
            .Of(model.Module)
            .ExecuteAsync<bool>(
                async cancellationToken =>
                {
                    if (await answers.FindAsync(key, cancellationToken) is not null)
                        return false;
                    answers.Keep(key, new KeptAnswer("", []));
                    return true;
                },
                call.Aborted
            );
        return !isFirst.Value;
    }

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
        var (next, said) = form[SaveButton] switch
        {
            "another" => (model.AddAddress, $"{sentence} You may add another one."),
            "continue" => (model.AddressOf(record.Key, "change"), $"{sentence} You may go on."),
            _ => (model.Address, sentence),
        };
        if (secret is null)
            return call.GoTo(next, said);
        // In this answer and nowhere else: on the way to another page it would have to be kept somewhere.
        return call.Page<SecretPage>(
            $"{Wording.Capital(model.One)} {what}",
            [new(model.Heading, model.Address)],
            new()
            {
                [nameof(SecretPage.Sentence)] = said,
                [nameof(SecretPage.Secret)] = secret,
                [nameof(SecretPage.Next)] = next,
            }
        );
    }

    private async Task<IResult> RenderAsync(AdminCall call, FormState state, int status = StatusCodes.Status200OK)
    {
        var offers = new Dictionary<string, IReadOnlyList<Choice>>();
        foreach (var field in model.Form.Value.Fields)
        {
            if (field.Declared.Offer is { } offer)
                offers[field.Name] = await offer(call);
        }
        var once = model.TellsSecret && state.Record is null ? RandomNumberGenerator.GetHexString(OnceLength) : null;
        return call.Page<FormPage>(
            state.Record is { } record ? record.Title : $"Add {model.One}",
            [new(model.Heading, model.Address)],
            new() { [nameof(FormPage.State)] = state with { Offers = offers, Once = once } },
            status
        );
    }
}
