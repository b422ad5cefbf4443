using Microsoft.AspNetCore.Http;
using Shared.Api.Problems;

namespace Shared.Api.Access;

/// <summary>The problems of whoever is not let in.</summary>
internal static class AccessProblems
{
    public static readonly ProblemCode CredentialsMissing = new(
        "access.credentials.missing",
        StatusCodes.Status401Unauthorized,
        "This needs an API key. Send it as X-Api-Key or as Authorization: Bearer.",
        "Ask whoever runs the service for a key, and send it with every request."
    );

    public static readonly ProblemCode CredentialsInvalid = new(
        "access.credentials.invalid",
        StatusCodes.Status401Unauthorized,
        "The API key is not valid. It is mistyped, unknown, revoked or expired.",
        "Copy the key again, or ask for a new one. Without a key, reading is open to all."
    );

    public static readonly ProblemCode ScopeMissing = new(
        "access.scope.missing",
        StatusCodes.Status403Forbidden,
        "This needs the permission {permission}. The API key, or the user who is signed in, does not have it.",
        "Ask for a key with this scope, or for the permission if you are signed in; WWW-Authenticate names it."
    );

    public static readonly ProblemCode ForeignSite = new(
        "access.site.foreign",
        StatusCodes.Status403Forbidden,
        "Somebody who is signed in can change something from the pages of this service only. Programs use an API key.",
        "Send an API key, and no cookie."
    );
}
