using System.Reflection;
using System.Text.Json;

namespace Countries.Api.Explorer;

/// <summary>The shapes that <c>tools/map</c> made. They are part of the assembly and read when they are first asked for.</summary>
internal static class MapShapes
{
    private static readonly Lazy<WorldShapes> LazyWorld = new(() => Read<WorldShapes>("world"));
    private static readonly Lazy<DetailShapes> LazyDetail = new(() => Read<DetailShapes>("detail"));

    /// <summary>The whole world, without detail; what is too small is a dot.</summary>
    public static WorldShapes World => LazyWorld.Value;

    /// <summary>The same in detail, to look at a part of it.</summary>
    public static DetailShapes Detail => LazyDetail.Value;

    private static T Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Map/{name}.json")!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}

/// <summary>The map of the world.</summary>
/// <param name="Width">Its width, in the units of the paths.</param>
/// <param name="Height">Its height.</param>
/// <param name="Shapes">A path (SVG) for each alpha-2 code; land of no country stands under an empty one.</param>
internal sealed record WorldShapes(int Width, int Height, Dictionary<string, string> Shapes);

/// <summary>The map in detail.</summary>
/// <param name="Shapes">A shape for each alpha-2 code; land of no country stands under an empty one.</param>
internal sealed record DetailShapes(Dictionary<string, DetailShape> Shapes);

/// <summary>A country in detail.</summary>
/// <param name="Focus">The box of what matters of it.</param>
/// <param name="Parts">Its parts.</param>
internal sealed record DetailShape(int[] Focus, DetailPart[] Parts)
{
    /// <summary>The paths of the parts that touch a box.</summary>
    public string PathIn(Box view) =>
        string.Concat(Parts.Where(part => view.Touches(Box.Of(part.Box))).Select(part => part.Path));
}

/// <summary>A part of a country: land in one piece.</summary>
/// <param name="Box">Its box.</param>
/// <param name="Path">Its path (SVG).</param>
internal sealed record DetailPart(int[] Box, string Path);

/// <summary>A part of the map.</summary>
internal readonly record struct Box(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    /// <summary>The box as the file has it: left, top, right, bottom.</summary>
    public static Box Of(int[] edges) => new(edges[0], edges[1], edges[2], edges[3]);

    public bool Touches(Box other) =>
        Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;

    /// <summary>The box with some land around it, at least as large as can be recognised, and 4 wide to 3 high.</summary>
    public Box Surroundings(int least)
    {
        var height = Math.Max(Math.Max(Height, Width * 3 / 4) * 3 / 2, least);
        var width = height * 4 / 3;
        var (left, top) = ((Left + Right - width) / 2, (Top + Bottom - height) / 2);
        return new(left, top, left + width, top + height);
    }
}
