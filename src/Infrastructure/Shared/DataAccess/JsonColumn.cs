using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Infrastructure.DataAccess;

/// <summary>Keeps an immutable value object in one JSON column.</summary>
public static class JsonColumn
{
    /// <summary>Stores the value as JSON text. It is immutable, so it has changed when it is another object.</summary>
    public static PropertyBuilder<TValue> HasJson<TValue>(
        this PropertyBuilder<TValue> property,
        JsonTypeInfo<TValue> type
    )
        where TValue : class? => property.HasJson(value => value, value => value, type);

    /// <summary>Stores the value as the JSON of a stand-in, for values that only their factory may make.</summary>
    public static PropertyBuilder<TValue> HasJson<TValue, TJson>(
        this PropertyBuilder<TValue> property,
        Func<TValue, TJson> toJson,
        Func<TJson, TValue> fromJson,
        JsonTypeInfo<TJson> type
    )
        where TValue : class? =>
        property.HasConversion(
            value => JsonSerializer.Serialize(toJson(value), type),
            text => fromJson(JsonSerializer.Deserialize(text, type)!),
            new ValueComparer<TValue>(
                (left, right) => ReferenceEquals(left, right),
                value => value == null ? 0 : value.GetHashCode(),
                value => value
            )
        );
}
