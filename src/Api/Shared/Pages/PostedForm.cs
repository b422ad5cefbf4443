using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Shared.Api.Pages;

/// <summary>What a form posted, once <see cref="FormGuard"/> let it in. A handler takes it as a parameter.</summary>
public sealed class PostedForm
{
    private readonly HttpContext http;

    private PostedForm(HttpContext http) => this.http = http;

    /// <summary>The names of the fields, each once.</summary>
    public IEnumerable<string> Names => Fields.Keys;

    /// <summary>The text of a field; of several with the name, the last one. <see langword="null"/> where there is none.</summary>
    public string? this[string name] => Fields.TryGetValue(name, out var values) ? values[^1] : null;

    /// <summary>Takes a request. Nothing is read yet: arguments are made before the guard runs.</summary>
    public static ValueTask<PostedForm?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new PostedForm(context));

    /// <summary>The texts of all fields with the name.</summary>
    public IReadOnlyList<string> All(string name) =>
        Fields.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    private IFormCollection Fields =>
        http.Features.Get<Content>()?.Fields
        ?? throw new InvalidOperationException("The endpoint takes a form, but lacks GuardForms().");

    internal sealed record Content(IFormCollection Fields);
}
