using System.Text.Json.Serialization;

namespace Access.Infrastructure.DataAccess;

/// <summary>How the module's JSON columns are written; the code is made at build, so that a start does not wait for it.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class AccessJson : JsonSerializerContext;
