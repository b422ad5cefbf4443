namespace Access.Contracts;

/// <summary>Somebody made a key.</summary>
/// <param name="Id">Its identity, which is no secret.</param>
/// <param name="Name">What it is for.</param>
public sealed record ApiKeyWasCreated(string Id, string Name);

/// <summary>Somebody revoked a key.</summary>
/// <param name="Id">Its identity, which is no secret.</param>
/// <param name="Name">What it was for.</param>
public sealed record ApiKeyWasRevoked(string Id, string Name);
