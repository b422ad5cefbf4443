using System.Text.Json.Serialization;
using Access.Domain;
using Shared.Infrastructure.DataAccess;

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
    public static string Write(PasswordHash hash) =>
        JsonColumn.Write(new PasswordJson(hash.Value, hash.StandsAlone), AccessJson.Default.PasswordJson);

    public static PasswordHash Read(string text)
    {
        var stored = JsonColumn.Read(text, AccessJson.Default.PasswordJson);
        return PasswordHash.Create(stored.Hash, stored.StandsAlone).Value;
    }

    public override string ToString() => nameof(PasswordJson);
}

/// <summary>A passkey as it is stored.</summary>
internal sealed record PasskeyJson(string Name, DateTimeOffset AddedAt, PasskeyCredential Credential)
{
    public static string Write(IReadOnlyList<Passkey> passkeys) =>
        JsonColumn.Write([.. passkeys.Select(Of)], AccessJson.Default.PasskeyJsonArray);

    public static IReadOnlyList<Passkey> Read(string text) =>
        [.. JsonColumn.Read(text, AccessJson.Default.PasskeyJsonArray).Select(passkey => passkey.ToPasskey())];

    private static PasskeyJson Of(Passkey passkey) => new(passkey.Name, passkey.AddedAt, passkey.Credential);

    private Passkey ToPasskey() => Passkey.Create(Name, Credential, AddedAt).Value;
}

/// <summary>The groups of a user, stored as a list of their ids.</summary>
internal static class GroupsJson
{
    public static string Write(IReadOnlyList<GroupId> groups) =>
        JsonColumn.Write([.. groups.Select(group => group.Value)], AccessJson.Default.GuidArray);

    public static IReadOnlyList<GroupId> Read(string text) =>
        [.. JsonColumn.Read(text, AccessJson.Default.GuidArray).Select(id => new GroupId(id))];
}

/// <summary>Permissions, stored as a list of their texts.</summary>
internal static class PermissionsJson
{
    public static string Write(IReadOnlyList<Permission> permissions) =>
        JsonColumn.Write([.. permissions.Select(permission => permission.Value)], AccessJson.Default.StringArray);

    public static IReadOnlyList<Permission> Read(string text) =>
        [.. JsonColumn.Read(text, AccessJson.Default.StringArray).Select(stored => Permission.Create(stored).Value)];
}

/// <summary>The scopes of a key, stored as a list of their texts.</summary>
internal static class ScopesJson
{
    public static string Write(IReadOnlyList<Scope> scopes) =>
        JsonColumn.Write([.. scopes.Select(scope => scope.Value)], AccessJson.Default.StringArray);

    public static IReadOnlyList<Scope> Read(string text) =>
        [.. JsonColumn.Read(text, AccessJson.Default.StringArray).Select(stored => Scope.Create(stored).Value)];
}
