namespace Shared.Api.Http;

/// <summary>Who may do what: the configuration section <c>Access</c>.</summary>
public sealed record AccessOptions
{
    /// <summary>Whether <c>POST /country/</c> is open to anybody, as the service that this one replaces had it.</summary>
    public bool AnonymousWrites { get; init; }
}
