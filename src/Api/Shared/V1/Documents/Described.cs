using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;
using Shared.Api.V1.Imports;
using Shared.Application.Lists;

namespace Shared.Api.V1.Documents;

/// <summary>What an endpoint of the native API says of itself for the OpenAPI document, from the tables that it works with.</summary>
public static class Described
{
    /// <summary>The endpoint answers with pages of resources of this shape.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="shape">The shape of the items.</param>
    /// <param name="words">What the list can be asked for.</param>
    public static IEndpointConventionBuilder Lists<T>(
        this IEndpointConventionBuilder endpoint,
        Shape<T> shape,
        ListWords words
    ) => endpoint.WithMetadata(new ShownContent(schemas => schemas.PageOf(shape), shape.Members[0].Name, words));

    /// <summary>The endpoint answers with one resource of this shape.</summary>
    public static IEndpointConventionBuilder Shows<T>(this IEndpointConventionBuilder endpoint, Shape<T> shape) =>
        endpoint.WithMetadata(new ShownContent(schemas => schemas.Of(shape), shape.Members[0].Name, Words: null));

    /// <summary>The endpoint makes a record.</summary>
    public static IEndpointConventionBuilder Creates<TDraft, TView>(
        this IEndpointConventionBuilder endpoint,
        WritableResource<TDraft, TView> resource
    ) =>
        endpoint.Writes(
            resource,
            resource.Example,
            [.. resource.Required, .. resource.RequiredOnce],
            WriteRequest.WholeTypes
        );

    /// <summary>The endpoint writes a record anew.</summary>
    public static IEndpointConventionBuilder Replaces<TDraft, TView>(
        this IEndpointConventionBuilder endpoint,
        WritableResource<TDraft, TView> resource
    ) => endpoint.Writes(resource, resource.ReplaceExample, resource.Required, WriteRequest.WholeTypes);

    /// <summary>The endpoint changes members of a record.</summary>
    public static IEndpointConventionBuilder Patches<TDraft, TView>(
        this IEndpointConventionBuilder endpoint,
        WritableResource<TDraft, TView> resource
    ) => endpoint.Writes(resource, resource.PatchExample, required: null, WriteRequest.PatchTypes);

    /// <summary>The endpoint takes a record away.</summary>
    public static IEndpointConventionBuilder Removes(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new TakenContent(null, [], _ => null));

    /// <summary>The endpoint takes a file of records.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="outcome">The shape of what came of it.</param>
    /// <param name="csv">A file that works: CSV.</param>
    /// <param name="ndJson">Another one: NDJSON.</param>
    public static IEndpointConventionBuilder Imports<T>(
        this IEndpointConventionBuilder endpoint,
        Shape<T> outcome,
        string csv,
        string ndJson
    ) =>
        endpoint.WithMetadata(
            new TakenContent(
                _ => SchemaSet.File(),
                [
                    .. from format in ImportFormat.All
                    from type in format.MediaTypes
                    select (type, JsonSerializer.Serialize(format == ImportFormat.Csv ? csv : ndJson)),
                ],
                schemas => schemas.Of(outcome)
            )
            {
                IsFile = true,
            }
        );

    private static IEndpointConventionBuilder Writes<TDraft, TView>(
        this IEndpointConventionBuilder endpoint,
        WritableResource<TDraft, TView> resource,
        string example,
        IReadOnlyList<string>? required,
        IReadOnlyList<string> mediaTypes
    ) =>
        endpoint.WithMetadata(
            new TakenContent(
                schemas => schemas.Of(resource, required),
                [.. mediaTypes.Select(type => (type, example))],
                schemas => schemas.Of(resource.Shape)
            )
        );

    /// <summary>Says what a parameter of the paths of a group is.</summary>
    /// <param name="endpoints">The group.</param>
    /// <param name="name">Its name in the path.</param>
    /// <param name="description">What it is.</param>
    /// <param name="example">A value that works.</param>
    public static TBuilder Explains<TBuilder>(this TBuilder endpoints, string name, string description, string example)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new PathParameter(name, description, example));
}

/// <summary>What an endpoint answers with.</summary>
/// <param name="Schema">The schema of the body.</param>
/// <param name="FirstMember">The name of the first member, as an example of what can be chosen.</param>
/// <param name="Words">What the list can be asked for; none for a single resource.</param>
internal sealed record ShownContent(Func<SchemaSet, IOpenApiSchema> Schema, string FirstMember, ListWords? Words);

/// <summary>What an endpoint takes.</summary>
/// <param name="Schema">The schema of the body; none where there is none.</param>
/// <param name="Bodies">The media types of the body, each with one that works: JSON.</param>
/// <param name="Shown">The schema of what is shown afterwards; none where nothing is left to show.</param>
internal sealed record TakenContent(
    Func<SchemaSet, IOpenApiSchema>? Schema,
    IReadOnlyList<(string MediaType, string Example)> Bodies,
    Func<SchemaSet, IOpenApiSchema?> Shown
)
{
    /// <summary>Whether the body is a file of records, and what is shown is what came of it.</summary>
    public bool IsFile { get; init; }
}

/// <summary>A parameter of a path.</summary>
internal sealed record PathParameter(string Name, string Description, string Example);
