using Countries.Application;
using MapsterMapper;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Http;
using Shared.Api.V1;
using Shared.Api.V1.Documents;
using Shared.Api.V1.Imports;

namespace Countries.Api.V1;

/// <summary>Files of countries, over HTTP.</summary>
internal static class CountryImports
{
    private static readonly Shape<ImportedCountry> Added = new("country")
    {
        { "line", "The line that it stood in.", country => country.Line },
        { "id", "Its identity in this service.", country => country.Id.ToString() },
        { "name", "Its name.", country => country.Name },
    };

    private static readonly Shape<CountryImport> Outcome = new("import")
    {
        { "lines", "How many countries the file has.", import => import.Lines },
        { "added", "How many of them were added.", import => import.Added.Count },
        { "countries", "Those that were added.", import => import.Added, Added },
        { "faults", "What is wrong with lines that were left out.", import => import.Faults.Count },
        {
            "errors",
            $"The first {ImportRequest.MostFaults} of the faults.",
            import => [.. import.Faults.Take(ImportRequest.MostFaults).Select(LineFault.Of)],
            LineFault.Shape
        },
    };

    public static void MapCountryImports(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapV1()
            .MapWrite(
                HttpMethods.Post,
                "/countries/imports",
                ImportCountries,
                "countries:add",
                "Adds the countries of a file"
            )
            .Imports(
                Outcome,
                "name,currencies\nHutt River,AUD\n",
                """
                {"name":"Forvik","currencies":["GBP"]}
                """
            )
            .WithRequestTimeout(HttpLimits.ImportPolicy);

    /// <summary>A line as the use case takes it.</summary>
    public static ImportLine LineOf(ImportedRecord<CountryRequest> record, IMapper mapper) =>
        ImportLine.Of(record.Line, record.Id, record.Body.Then(body => mapper.Map<CountryDraft>(body)));

    private static Task<IResult> ImportCountries(
        ImportRequest request,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CountryWrites.Country,
            Outcome,
            record => LineOf(record, mapper),
            (lines, onlyValid) => sender.Send(new ImportCountries(lines, onlyValid), cancellationToken)
        );
}
