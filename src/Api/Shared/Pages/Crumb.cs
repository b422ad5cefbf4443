namespace Shared.Api.Pages;

/// <summary>A page above the one that is shown.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Address">Where it is.</param>
public sealed record Crumb(string Text, string Address);
