using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Shared.Application.Lists;

namespace Shared.Api.V1.Documents;

/// <summary>The parameters of the grammar (docs/api.md), as the OpenAPI document tells them.</summary>
internal static class QueryParameters
{
    /// <summary>Those of an endpoint.</summary>
    public static IEnumerable<OpenApiParameter> Of(ShownContent content)
    {
        if (content.Words is { } words)
        {
            foreach (var filter in words.Filters)
                yield return Filter(filter);
            if (words.Grammar.Contains("q"))
                yield return Text(
                    "q",
                    "A name or a part of one, in any language; typing errors are forgiven.",
                    "switz",
                    isNeeded: words.Needed.Contains("q")
                );
            if (words.SortKeys.Count > 0)
                yield return Text(
                    "sort",
                    $"Sort keys, separated by commas; a minus before one turns it around. Known: {string.Join(", ", words.SortKeys)}.",
                    $"-{words.SortKeys[0]}"
                );
            yield return Query(
                "limit",
                "How many items a page has at most.",
                new()
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = "1",
                    Maximum = $"{ListQuery.MostItems}",
                    Default = ListQuery.DefaultLimit,
                },
                10
            );
            yield return Text("cursor", "Where the page before ended: what stands in its next.", example: null);
        }
        yield return Text(
            "fields",
            "The members that are wanted, separated by commas; those within have a dot before them.",
            content.FirstMember
        );
        yield return new()
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description = "Entity tags of answers that the client has; the answer is 304 if one of them is current.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = "\"3-kDAvQ1x1n0m7\"",
        };
        if (content.Words is { } some && !some.Grammar.Contains("lang"))
            yield break;
        yield return Query(
            "on",
            "The day by which money is current; today (UTC) unless it is given.",
            new() { Type = JsonSchemaType.String, Format = "date" },
            "2022-12-31"
        );
        yield return Text("lang", "The language of names (BCP 47). It wins over Accept-Language.", "de");
        yield return new()
        {
            Name = "Accept-Language",
            In = ParameterLocation.Header,
            Description = "The languages of names that the client prefers; English where none is known.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = "fr-CH, de;q=0.5",
        };
    }

    private static OpenApiParameter Filter(FilterWord filter) =>
        Query(
            filter.Name,
            $"{filter.Description} Several values, separated by commas, mean any of them."
                + (filter.Known is { } known ? $" Known: {string.Join(", ", known)}." : ""),
            new() { Type = JsonSchemaType.String },
            filter.Example
        );

    private static OpenApiParameter Text(string name, string description, string? example, bool isNeeded = false) =>
        Query(name, description, new() { Type = JsonSchemaType.String }, example, isNeeded);

    private static OpenApiParameter Query(
        string name,
        string description,
        OpenApiSchema schema,
        JsonNode? example,
        bool isNeeded = false
    ) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Required = isNeeded,
            Description = description,
            Schema = schema,
            Example = example,
        };
}
