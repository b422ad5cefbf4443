using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shared.Api.Problems;

namespace Countries.Api.RestCountries;

/// <summary>An answer that is no country, in the words of the closed service.</summary>
internal sealed record RestAnswer(int Status, string Message) : IResult
{
    public static readonly RestAnswer NotFound = new(StatusCodes.Status404NotFound, "Not Found");

    /// <summary>There is no such path.</summary>
    public static readonly RestAnswer PageNotFound = new(StatusCodes.Status404NotFound, "Page Not Found");

    public static readonly RestAnswer BadRequest = new(StatusCodes.Status400BadRequest, "Bad Request");

    public static readonly RestAnswer TooManyFields = new(
        StatusCodes.Status400BadRequest,
        "'fields' query not specified or you're requesting more than 10 fields"
    );

    public static readonly RestAnswer MethodNotAllowed = new(
        StatusCodes.Status405MethodNotAllowed,
        "Method Not Allowed"
    );

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        ExceptionAnswers.AdviseRetry(response);
        response.ContentType = "application/json";
        var content = JsonSerializer.SerializeToUtf8Bytes(new { message = Message, status = Status }, Json);
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
