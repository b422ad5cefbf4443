using Countries.Application;

namespace Countries.Api.Explorer;

/// <summary>A map to be drawn: what it shows and where it leads.</summary>
/// <param name="Label">What the map shows, in a few words.</param>
/// <param name="ViewBox">The part that is shown, in the units of the paths.</param>
/// <param name="Shapes">The shapes, in the order in which they are drawn.</param>
public sealed record MapPicture(string Label, string ViewBox, IReadOnlyList<MapShape> Shapes)
{
    // 5 degrees: enough to see where a small island or a city lies.
    private const int LeastHeight = 280;

    /// <summary>The whole world.</summary>
    /// <param name="label">What the map shows, in a few words.</param>
    /// <param name="describe">The class and the title of the country with an alpha-2 code; none leaves it plain land.</param>
    internal static MapPicture OfWorld(string label, Func<string, (string Class, string Title)?> describe)
    {
        var world = MapShapes.World;
        return new(
            label,
            $"0 0 {world.Width} {world.Height}",
            [.. world.Shapes.Select(shape => MapShape.Of(shape.Key, shape.Value, describe(shape.Key)))]
        );
    }

    /// <summary>A country among its neighbours; none where the map does not have it.</summary>
    internal static MapPicture? Of(CountryStory story)
    {
        var country = story.Country.Details;
        if (country.Alpha2 is not { } code || !MapShapes.Detail.Shapes.TryGetValue(code, out var own))
            return null;
        var view = Box.Of(own.Focus).Surroundings(LeastHeight);
        var neighbours = story.Neighbours.Select(other => other.Details.Alpha2).ToHashSet();
        return new(
            $"{story.Country.Name} and what lies around it",
            $"{view.Left} {view.Top} {view.Width} {view.Height}",
            [
                .. MapShapes
                    .Detail.Shapes.Select(shape => (Code: shape.Key, Path: shape.Value.PathIn(view)))
                    .Where(shape => shape.Path.Length > 0)
                    .Select(shape =>
                        MapShape.Of(
                            shape.Code,
                            shape.Path,
                            story.Names.TryGetValue(shape.Code, out var name)
                                ? (
                                    shape.Code == code ? "here"
                                    : neighbours.Contains(shape.Code) ? "near"
                                    : "",
                                    name
                                )
                                : null
                        )
                    ),
            ]
        );
    }
}

/// <summary>A shape of a map.</summary>
/// <param name="Code">The alpha-2 code of the country; none for land without one.</param>
/// <param name="Path">Its path (SVG).</param>
/// <param name="Class">How it is coloured.</param>
/// <param name="Title">What it says of itself; none for plain land.</param>
public sealed record MapShape(string Code, string Path, string? Class, string? Title)
{
    internal static MapShape Of(string code, string path, (string Class, string Title)? told) =>
        new(code, path, told is { Class.Length: > 0 } t ? t.Class : null, told?.Title);
}
