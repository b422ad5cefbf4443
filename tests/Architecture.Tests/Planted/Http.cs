using System.Net;
using Microsoft.AspNetCore.Http;

namespace Architecture.Tests.Planted;

/// <summary>Planted: a part of the core that answers with a status of HTTP.</summary>
internal static class KnowsHttpStatus
{
    public static HttpStatusCode StatusOf(bool found) => found ? HttpStatusCode.OK : HttpStatusCode.NotFound;
}

/// <summary>Planted: a part of the core that calls ASP.NET Core, in the body of a method only.</summary>
internal static class KnowsAspNetCore
{
    public static bool IsRead(string method) => HttpMethods.IsGet(method);
}
