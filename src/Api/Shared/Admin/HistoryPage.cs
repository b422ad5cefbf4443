using Microsoft.AspNetCore.Http;
using Shared.Api.Admin.Pages;
using Shared.Api.Pages;

namespace Shared.Api.Admin;

/// <summary>What happened to a record.</summary>
internal sealed class HistoryPage(AdminModel model)
{
    /// <summary>Shows the entries, newest first; also of a record that is gone.</summary>
    public async Task<IResult> ShowAsync(AdminCall call, string key)
    {
        var asked = call.ReadQuery();
        var entries = asked.Errors.Count > 0 ? asked.Errors.ToList() : await model.History!(call, key, asked.List);
        if (entries.IsError)
            return call.GoTo(model.Address, entries.FirstError.Description, isBad: true);
        var found = model.Find is null ? null : (AdminRecord?)(await model.Find(call, key)).Match(r => r, _ => null!);
        var title = found?.Title ?? key;
        return call.Page<EntriesPage>(
            $"History of {title}",
            [
                new(model.Heading, model.Address),
                .. found is null ? Array.Empty<Crumb>() : [new(title, model.AddressOf(key, "change"))],
            ],
            new()
            {
                [nameof(EntriesPage.Entries)] = entries.Value,
                [nameof(EntriesPage.Address)] = model.AddressOf(key, "history"),
            }
        );
    }
}
