namespace Shared.Application;

/// <summary>Tells which module a type belongs to: the first part of its assembly's name.</summary>
public static class ModuleName
{
    /// <summary>The module of a type: "Countries" for <c>Countries.Application.AddCountry</c>.</summary>
    public static string Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return FirstPartOf(type);
    }

    /// <inheritdoc cref="Of(Type)" />
    public static string Of<T>() => Cached<T>.Name;

    private static class Cached<T>
    {
        internal static readonly string Name = FirstPartOf(typeof(T));
    }

    private static string FirstPartOf(Type type)
    {
        var name = type.Assembly.GetName().Name!;
        return name[..name.IndexOf('.', StringComparison.Ordinal)];
    }
}
