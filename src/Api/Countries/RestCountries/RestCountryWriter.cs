using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Countries.Api.RestCountries;

/// <summary>
/// A country as finished UTF-8, member by member, so that an answer with any <c>fields</c> is a matter of copying. A
/// member has two spellings: where all are asked for, what is empty is left out (objects with fixed members stay, as
/// <c>{}</c>); where it is named, it is written as it is.
/// </summary>
internal sealed class RestCountryWriter
{
    /// <summary>Begins each link, in place of the address of this service, which a request decides. No text of a country can hold it.</summary>
    public const string BaseUrl = "\0";

    private static readonly JsonSerializerOptions AsItIs = new(JsonSerializerDefaults.Web)
    {
        // Letters of all scripts go as they are: the answer is JSON, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSerializerOptions WithoutEmpties = new(AsItIs)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpties } },
    };

    private static readonly IList<JsonPropertyInfo> Properties = AsItIs.GetTypeInfo(typeof(RestCountry)).Properties;

    // With the quote before it: only there is it an escape for sure, and not a backslash of somebody's text before "u0000".
    private static readonly byte[] LinkStart = JsonSerializer.SerializeToUtf8Bytes(BaseUrl, AsItIs)[..^1];

    private readonly Member[] filled;
    private readonly Member[] named;

    /// <summary>Writes the members of a country, once for all answers.</summary>
    public RestCountryWriter(RestCountry country)
    {
        named = [.. Properties.Select(property => Member.Of(property, property.Get!(country), AsItIs))];
        filled =
        [
            .. Properties
                .Select(property => (Property: property, Value: property.Get!(country)))
                .Select(
                    (member, index) =>
                        IsEmpty(member.Value)
                            ? Member.Nothing
                            : Member.Of(member.Property, member.Value, WithoutEmpties).OrSame(named[index])
                ),
        ];
    }

    /// <summary>The names of the members, in their order.</summary>
    public static string[] Fields { get; } = [.. Properties.Select(property => property.Name)];

    /// <summary>Writes the selected members as an object.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="selection">Which members.</param>
    /// <param name="baseUrl">The address of this service, as JSON without quotes.</param>
    public void WriteTo(IBufferWriter<byte> output, FieldSelection selection, ReadOnlySpan<byte> baseUrl)
    {
        var members = selection.Members is null ? filled : named;
        var separator = "{"u8;
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].IsNothing || (selection.Members is { } wanted && (wanted & (1UL << i)) == 0))
                continue;
            output.Write(separator);
            members[i].WriteTo(output, baseUrl);
            separator = ","u8;
        }
        output.Write(separator[0] == '{' ? "{}"u8 : "}"u8);
    }

    private static void LeaveOutEmpties(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var property in type.Properties)
                property.ShouldSerialize = (_, value) => !IsEmpty(value);
        }
    }

    private static bool IsEmpty(object? value) =>
        value is null or "" || (value is IEnumerable items and not string && !items.Cast<object>().Any());

    /// <summary>A name and a value, cut where the address of this service comes.</summary>
    private sealed record Member(IReadOnlyList<byte[]> Pieces)
    {
        public static readonly Member Nothing = new([]);

        public bool IsNothing => Pieces.Count == 0;

        public static Member Of(JsonPropertyInfo property, object? value, JsonSerializerOptions options)
        {
            if (value is null)
                return Nothing;
            ReadOnlySpan<byte> text =
            [
                .. JsonSerializer.SerializeToUtf8Bytes(property.Name, options),
                (byte)':',
                .. JsonSerializer.SerializeToUtf8Bytes(value, property.PropertyType, options),
            ];
            List<byte[]> pieces = [];
            for (int cut; (cut = text.IndexOf(LinkStart)) >= 0; text = text[(cut + LinkStart.Length)..])
                pieces.Add(text[..(cut + 1)].ToArray());
            pieces.Add(text.ToArray());
            return new(pieces);
        }

        /// <summary>The other one, if it says the same: most do, and are kept once.</summary>
        public Member OrSame(Member other) =>
            Pieces.Zip(other.Pieces).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)) ? other : this;

        public void WriteTo(IBufferWriter<byte> output, ReadOnlySpan<byte> baseUrl)
        {
            for (var i = 0; i < Pieces.Count; i++)
            {
                if (i > 0)
                    output.Write(baseUrl);
                output.Write(Pieces[i]);
            }
        }
    }
}
