using Api.Tests.Access;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Admin;

/// <summary>A resource of the admin, and what a test writes into its form.</summary>
/// <param name="Path">Where it stands below <c>/admin/</c>.</param>
/// <param name="One">What one record is called.</param>
/// <param name="Many">What several are called.</param>
/// <param name="Word">A word that stands in the names of the test's records and in no other.</param>
internal sealed record Resource(string Path, string One, string Many, string Word)
{
    /// <summary>All resources that can be written.</summary>
    public static readonly Resource[] All =
    [
        new("countries", "country", "countries", "Zubrowka")
        {
            Other = ("#officialName", "The Republic"),
            Special = "#independent",
            Filter = ("#independent", "true"),
            GoesWith = "1 dated entry of what is and was money there",
            Sort = "Name",
        },
        new("currencies", "currency", "currencies", "Klopeck")
        {
            HasCode = true,
            Other = ("#narrowSymbol", "K$"),
            Filter = ("#kind", "fund"),
            Sort = "Code",
        },
        new("access/users", "user", "users", "zerline")
        {
            HasPassword = true,
            Other = ("#email", "zerline@example.com"),
            Special = "#superuser",
            Filter = ("#superuser", "true"),
            GoesWith = "all sessions of the user",
            Sort = "Name",
        },
        new("access/groups", "group", "groups", "Quartet") { Sort = "Name" },
        new("access/keys", "API key", "API keys", "loadstone")
        {
            CanChange = false,
            TellsSecret = true,
            Filter = ("#state", "active"),
            Deleting = ("Revoke", "revoked"),
            Sort = "Name",
        },
    ];

    /// <summary>The address of the list.</summary>
    public string Address => $"/admin/{Path}/";

    /// <summary>Whether records have a code beside the name.</summary>
    public bool HasCode { get; init; }

    /// <summary>Whether a password is asked for.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Whether a record can be changed.</summary>
    public bool CanChange { get; init; } = true;

    /// <summary>Whether something is told of a new record once, on a page of its own.</summary>
    public bool TellsSecret { get; init; }

    /// <summary>A field beside the name, and what it may say.</summary>
    public (string Field, string Text)? Other { get; init; }

    /// <summary>A box that is checked for the first record only.</summary>
    public string? Special { get; init; }

    /// <summary>A filter and a value that the first record answers to.</summary>
    public (string Field, string Value)? Filter { get; init; }

    /// <summary>What is deleted with the first record.</summary>
    public string? GoesWith { get; init; }

    /// <summary>A column to sort by.</summary>
    public required string Sort { get; init; }

    /// <summary>What deleting is called, and what was done.</summary>
    public (string Verb, string Done) Deleting { get; init; } = ("Delete", "deleted");

    /// <summary>The name of a record of a test.</summary>
    public string Name(char letter) => $"{Word}-{letter}";

    /// <summary>What the admin calls that record.</summary>
    public string Title(char letter) => HasCode ? $"{Name(letter)} ({Code(letter)})" : Name(letter);

    /// <summary>Fills in the form for a new record.</summary>
    public async Task FillAsync(IPage page, char letter)
    {
        await page.FillAsync("#name", Name(letter));
        if (HasCode)
            await page.FillAsync("#code", Code(letter));
        if (HasPassword)
            await page.FillAsync("#password", People.Password);
        if (Path == "access/keys")
            await page.CheckAsync("[name=scopes][value='countries:view']");
        if (letter != 'A')
            return;
        if (Special is not null)
            await page.CheckAsync(Special);
        if (Path == "countries")
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a row to Currencies" }).ClickAsync();
            await page.GetByLabel("Code of row 1").FillAsync("GBP");
        }
        if (HasCode)
            await page.SelectOptionAsync("#kind", "fund");
    }

    public override string ToString() => Path;

    private static string Code(char letter) => $"QZ{letter}";
}
