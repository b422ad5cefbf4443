namespace Shared.Api.Access;

/// <summary>What is open to anybody: the configuration section <c>Access</c>.</summary>
public sealed record AccessOptions
{
    /// <summary>Whether <c>POST /country/</c> is open to anybody, as the service that this one replaces had it.</summary>
    public bool AnonymousWrites { get; init; }
}
