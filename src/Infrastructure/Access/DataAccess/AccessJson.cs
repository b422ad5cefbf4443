using System.Text.Json.Serialization;
using Access.Domain;

namespace Access.Infrastructure.DataAccess;

/// <summary>How the module's JSON columns are written; the code is made at build, so that a start does not wait for it.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Guid[]))]
[JsonSerializable(typeof(PasswordJson))]
[JsonSerializable(typeof(PasskeyJson[]))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AccessJson : JsonSerializerContext;

/// <summary>A password as it is stored.</summary>
internal sealed record PasswordJson(string Hash, bool StandsAlone)
{
    public static PasswordJson? Of(PasswordHash? hash) => hash is null ? null : new(hash.Value, hash.StandsAlone);

    public PasswordHash ToHash() => PasswordHash.Create(Hash, StandsAlone).Value;

    public override string ToString() => nameof(PasswordJson);
}

/// <summary>A passkey as it is stored.</summary>
internal sealed record PasskeyJson(string Name, DateTimeOffset AddedAt, PasskeyCredential Credential)
{
    public static PasskeyJson Of(Passkey passkey) => new(passkey.Name, passkey.AddedAt, passkey.Credential);

    public Passkey ToPasskey() => Passkey.Create(Name, Credential, AddedAt).Value;
}
