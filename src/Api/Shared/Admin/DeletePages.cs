using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Admin.Pages;
using Shared.Api.Pages;
using Shared.Api.Problems;
using Shared.Application;

namespace Shared.Api.Admin;

/// <summary>Deleting: a page that says what will go, and the deed.</summary>
internal sealed class DeletePages(AdminModel model)
{
    internal const string KeyField = "key";
    private const string Confirmed = "confirmed";

    /// <summary>Asks whether a record shall be deleted.</summary>
    public async Task<IResult> ShowAsync(AdminCall call, string key)
    {
        var found = await model.Find!(call, key);
        return found.IsError
            ? call.GoTo(model.Address, found.FirstError.Description, isBad: true)
            : Ask(call, [found.Value], []);
    }

    /// <summary>Deletes a record, if it is still as it was shown.</summary>
    public Task<IResult> DeleteAsync(AdminCall call, string key, PostedForm form) => DeleteAllAsync(call, [key], form);

    /// <summary>Deletes the records that were selected in the list: asks first, then deletes all of them or none.</summary>
    public async Task<IResult> DeleteManyAsync(AdminCall call, PostedForm form)
    {
        var keys = form.All(KeyField).Distinct().ToList();
        if (keys.Count == 0)
            return call.GoTo(model.Address, ListPages.NothingSelected(model), isBad: true);
        if (form[Confirmed] is not null)
            return await DeleteAllAsync(call, keys, form);
        var found = await FindAllAsync(call, keys);
        return found.IsError
            ? call.GoTo(model.Address, found.FirstError.Description, isBad: true)
            : Ask(call, found.Value, []);
    }

    private async Task<IResult> DeleteAllAsync(AdminCall call, List<string> keys, PostedForm form)
    {
        var found = await FindAllAsync(call, keys);
        if (found.IsError)
            return call.GoTo(model.Address, found.FirstError.Description, isBad: true);
        var deleted = await call
            .Http.RequestServices.GetRequiredService<IUnitOfWorkProvider>()
            .Of(model.Module)
            .ExecuteAsync<Success>(
                async _ =>
                {
                    foreach (var key in keys)
                    {
                        var seen = long.TryParse(form[VersionField(key)], out var version) ? version : (long?)null;
                        if (await model.Delete!(call, key, seen) is { IsError: true } failed)
                            return failed.Errors;
                    }
                    return Result.Success;
                },
                call.Aborted
            );
        if (deleted.IsError)
            return Ask(call, found.Value, deleted.Errors);
        return call.GoTo(
            model.Address,
            found.Value is [var only]
                ? $"The {model.One} “{only.Title}” was {model.Deleting.Done}."
                : $"{Wording.Count(keys.Count, model.One, model.Many)} were {model.Deleting.Done}."
        );
    }

    /// <summary>The name of the field with the version of a record that was shown.</summary>
    internal static string VersionField(string key) => $"version:{key}";

    private async Task<ErrorOr<List<AdminRecord>>> FindAllAsync(AdminCall call, IEnumerable<string> keys)
    {
        var records = new List<AdminRecord>();
        foreach (var key in keys)
        {
            var found = await model.Find!(call, key);
            if (found.IsError)
                return found.Errors;
            records.Add(found.Value);
        }
        return records;
    }

    private IResult Ask(AdminCall call, List<AdminRecord> records, List<Error> errors) =>
        call.Page<DeletePage>(
            $"{Wording.Capital(model.Deleting.Verb)} {(records is [var only] ? only.Title : Wording.Count(records.Count, model.One, model.Many))}",
            [new(model.Heading, model.Address)],
            new()
            {
                [nameof(DeletePage.Model)] = model,
                [nameof(DeletePage.Records)] = records,
                [nameof(DeletePage.Errors)] = errors,
            },
            errors is [var first, ..] ? call.Http.StatusOf(first) : StatusCodes.Status200OK
        );
}
