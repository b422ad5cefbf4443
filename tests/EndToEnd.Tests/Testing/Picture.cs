using Microsoft.Playwright;

namespace EndToEnd.Tests.Testing;

/// <summary>
/// Pictures of pages. They go to <c>artifacts/screenshots</c>; with the variable <c>COUNTRIES_SCREENSHOTS</c> (see
/// <c>eng/screenshots</c>) to the folder that it names.
/// </summary>
internal static class Picture
{
    /// <summary>The width of a window on a desk, in pixels.</summary>
    public const int Desktop = 1280;

    /// <summary>The width of a phone, in pixels.</summary>
    public const int Phone = 390;

    private static readonly string Folder =
        Environment.GetEnvironmentVariable("COUNTRIES_SCREENSHOTS")
        ?? Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots");

    /// <summary>Takes a picture of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The name of the file, without its extension.</param>
    /// <param name="height">How much of the page is taken at most, in pixels.</param>
    public static async Task TakeAsync(IPage page, string name, int height = 1600)
    {
        var taken = await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Folder, $"{name}.png"),
                Clip = new() { Width = page.ViewportSize!.Width, Height = height },
                FullPage = true,
            }
        );
        Assert.That(taken, Has.Length.GreaterThan(5_000));
    }
}
