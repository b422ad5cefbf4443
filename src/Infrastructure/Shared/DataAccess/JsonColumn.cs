using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Infrastructure.DataAccess;

/// <summary>Keeps an immutable value object in one JSON column.</summary>
public static class JsonColumn
{
    /// <summary>
    /// Stores the value as JSON text. It is immutable, so it has changed when it is another object. Both ways are expressions
    /// over static members, which the compiled model can repeat.
    /// </summary>
    public static PropertyBuilder<TValue> HasJson<TValue>(
        this PropertyBuilder<TValue> property,
        Expression<Func<TValue, string>> write,
        Expression<Func<string, TValue>> read
    )
        where TValue : class? =>
        property.HasConversion(
            write,
            read,
            new ValueComparer<TValue>(
                (left, right) => ReferenceEquals(left, right),
                value => value == null ? 0 : value.GetHashCode(),
                value => value
            )
        );

    /// <summary>The JSON text of a value.</summary>
    public static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <summary>The value of a JSON text that <see cref="Write"/> wrote.</summary>
    public static T Read<T>(string text, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(text, type)!;
}
