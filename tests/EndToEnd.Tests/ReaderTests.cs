using EndToEnd.Tests.Testing;

namespace EndToEnd.Tests;

/// <summary>The reader of the OpenAPI document, in a browser that holds it to its Content-Security-Policy.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class ReaderTests
{
    /// <summary>The end of the visit fails if the reader broke the policy or asked another host.</summary>
    [Test]
    public async Task The_reader_shows_every_operation_and_asks_no_other_host()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home);
        var page = await visit.OpenAsync("/docs/");
        await page.GetByText("Countries by the words of the list grammar").First.WaitForAsync();

        Assert.That(await page.TitleAsync(), Is.EqualTo("Countries API"));
    }

    [Test]
    public async Task The_page_of_errors_shows_the_line_that_a_problem_leads_to()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home);
        var page = await visit.OpenAsync("/docs/errors.md#query.sort.unknown");

        Assert.That(await page.Locator(":target").TextContentAsync(), Is.EqualTo("query.sort.unknown"));
    }
}
