using ErrorOr;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shared.Api.Caching;
using Shared.Application;

namespace Shared.Api.Pages;

/// <summary>
/// What a page that everybody may see is made with; a browser may keep it and ask whether it is still so. Such a page
/// is a component with one parameter, <c>Model</c>. Handlers take the kit by <c>AsParameters</c>.
/// </summary>
/// <param name="Request">What is asked.</param>
/// <param name="Sender">The use cases.</param>
/// <param name="Renderer">Makes pages.</param>
/// <param name="Cache">Keeps pages.</param>
/// <param name="Response">The answer.</param>
/// <param name="CancellationToken">Tells that nobody waits any more.</param>
public sealed record PageKit(
    PageRequest Request,
    ISender Sender,
    PageRenderer Renderer,
    RepresentationCache Cache,
    HttpResponse Response,
    CancellationToken CancellationToken
)
{
    private const string Model = "Model";

    /// <summary>Asks a use case.</summary>
    public Task<ErrorOr<T>> AskAsync<T>(IQuery<T> query) => Sender.Send(query, CancellationToken);

    /// <summary>Answers with a page that many ask for: it is kept as long as the version is the same.</summary>
    /// <param name="key">What it shows.</param>
    /// <param name="language">The language of its names.</param>
    /// <param name="version">The version of what it shows.</param>
    /// <param name="model">Makes what it shows.</param>
    public async Task<IResult> KeptAsync<TPage>(string key, string language, string version, Func<object> model)
        where TPage : IComponent
    {
        SetFields();
        return await Cache.GetAsync(
            $"page {key} {language} {Request.NamesLanguage}",
            version,
            () => RenderAsync<TPage>(model())
        );
    }

    /// <summary>Answers with a page that few ask for.</summary>
    /// <param name="model">What it shows.</param>
    public async Task<IResult> MadeAsync<TPage>(object model)
        where TPage : IComponent
    {
        SetFields();
        return await RenderAsync<TPage>(model);
    }

    private async Task<Representation> RenderAsync<TPage>(object model)
        where TPage : IComponent =>
        new(await Renderer.RenderAsync<TPage>(new() { [Model] = model }), PageRenderer.ContentType)
        {
            IsCompressed = true,
        };

    private void SetFields()
    {
        Response.Headers.CacheControl = "no-cache";
        Response.Headers.Vary = "Accept-Language";
    }
}
