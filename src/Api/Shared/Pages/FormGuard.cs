using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Shared.Api.Http;
using MediaTypeHeaderValue = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace Shared.Api.Pages;

/// <summary>
/// Stands before every endpoint that takes a form: lets in only what a page of this service posted, and reads it, bounded.
/// A page puts <see cref="FormToken"/> into its form, in a hidden field named <see cref="TokenField"/>.
/// </summary>
public static class FormGuard
{
    /// <summary>The name of the hidden field.</summary>
    public const string TokenField = "form_token";

    private const string Cookie = "countries_form";
    private const string MediaType = "application/x-www-form-urlencoded";
    private const string FetchSite = "Sec-Fetch-Site";

    // A person typed the address or reloads (none), or a page of ours posts. Older browsers, and http but on localhost, say nothing.
    private static readonly string[] OwnSites = ["same-origin", "none", ""];

    /// <summary>The token for the forms of a page. It belongs to the browser and to whoever is signed in there.</summary>
    public static string FormToken(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
    }

    /// <summary>Guards every POST of the endpoints. A handler takes what was posted as a <see cref="PostedForm"/>.</summary>
    public static TBuilder GuardForms<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter<TBuilder, Filter>().WithMetadata(new Guarded());

    internal static IServiceCollection AddFormGuard(this IServiceCollection services) =>
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = TokenField;
            options.HeaderName = null;
            options.Cookie.Name = Cookie;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Content-Security-Policy says it already.
            options.SuppressXFrameOptionsHeader = true;
        });

    /// <summary>Marks endpoints that are guarded.</summary>
    internal sealed record Guarded;

    private sealed class Filter(IAntiforgery antiforgery, HttpLimits limits) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(
            EndpointFilterInvocationContext context,
            EndpointFilterDelegate next
        )
        {
            var http = context.HttpContext;
            if (!HttpMethods.IsPost(http.Request.Method))
                return await next(context);
            if (
                !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
                || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
            )
                return Refuse(
                    StatusCodes.Status415UnsupportedMediaType,
                    $"This address takes forms only ({MediaType})."
                );
            try
            {
                http.Request.Form = Read(await http.Request.ReadBodyAsync(limits, http.RequestAborted));
            }
            catch (BadHttpRequestException e)
            {
                return Refuse(e.StatusCode, e.Message);
            }
            if (http.Features.Get<SentKey>() is null && !await IsOursAsync(http))
                return Refuse(
                    StatusCodes.Status403Forbidden,
                    "The form is too old, or it was made for somebody else. Nothing was changed. Go back, reload the page, and send it again."
                );
            http.Features.Set(new PostedForm.Content(http.Request.Form));
            return await next(context);
        }

        private async Task<bool> IsOursAsync(HttpContext http) =>
            OwnSites.Contains(http.Request.Headers[FetchSite].ToString(), StringComparer.OrdinalIgnoreCase)
            && await antiforgery.IsRequestValidAsync(http);

        /// <summary>Browsers end lines with CR LF, whatever the text had.</summary>
        private static FormCollection Read(byte[] body) =>
            new(
                UrlEncodedForm
                    .Read(body)
                    .ToDictionary(
                        field => field.Key,
                        field => new StringValues([.. field.Select(text => text.ReplaceLineEndings("\n"))])
                    )
            );

        private static PageAnswer<RefusalPage> Refuse(int status, string sentence) =>
            new(status, new() { [nameof(RefusalPage.Status)] = status, [nameof(RefusalPage.Sentence)] = sentence });
    }
}

/// <summary>Put among the features of a request whose caller sent a key. No browser sends one by itself, so nobody can be made to.</summary>
public sealed record SentKey;
