using System.Text.Json.Nodes;
using Countries.Application;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Shared.Application;

namespace Countries.Api.Seed;

/// <summary>Says in the seed's words what is wrong with what was posted.</summary>
internal static class SeedErrors
{
    /// <summary>The answer 400 with all that is wrong, by member.</summary>
    public static SeedAnswer Answer(SeedForm form, IReadOnlyList<Error> errors)
    {
        var body = new JsonObject();
        AddField(body, "country_name", form.CountryName, errors.Where(e => e.Field() == nameof(AddCountry.Name)));
        AddField(
            body,
            "local_currency",
            form.LocalCurrency,
            errors.Where(e => e.Field() == nameof(AddCountry.LocalCurrency))
        );
        return new SeedAnswer(StatusCodes.Status400BadRequest, body) { Form = form };
    }

    private static void AddField(JsonObject body, string name, SeedField field, IEnumerable<Error> errors)
    {
        // A member that could not be read has reached the use case as missing: the problem says it better.
        string[] sentences = field.Problem is { } problem ? [problem] : [.. errors.Select(Sentence)];
        if (sentences.Length > 0)
            body[name] = new JsonArray([.. sentences.Select(sentence => JsonValue.Create(sentence))]);
    }

    private static string Sentence(Error error) =>
        error.Code[(error.Code.LastIndexOf('.') + 1)..] switch
        {
            "required" => "This field is required.",
            "blank" => "This field may not be blank.",
            "too_long" => $"Ensure this field has no more than {error.Detail()} characters.",
            "null_character" => "Null characters are not allowed.",
            "surrogate" => $"Surrogate characters are not allowed: {error.Detail()}.",
            "forbidden_character" => $"Control characters are not allowed: {error.Detail()}.",
            "taken" => "country with this country name already exists.",
            _ => error.Description,
        };
}
