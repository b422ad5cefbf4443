using System.Buffers;
using System.Text.Json;
using Countries.Application;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shared.Api.Caching;

namespace Countries.Api.RestCountries;

/// <summary>What a handler needs of a request beside what it looks for.</summary>
internal sealed record RestExchange(HttpContext Http, ISender Sender, CancellationToken CancellationToken)
{
    public StringValues Fields => Http.Request.Query["fields"];
}

/// <summary>Answers the paths of the contract. Each says which countries it means; how they are written is the same for all.</summary>
internal sealed class RestCountriesReader(RestCountriesOptions options, RepresentationCache cache)
{
    /// <summary>Longer than a name of DNS with its port; a longer host would be written into every link to a flag.</summary>
    private const int LongestHost = 260;

    private readonly Lock making = new();
    private volatile RestCountriesIndex? current;

    public Task<IResult> All([AsParameters] RestExchange exchange) =>
        options.Strict && !FieldSelection.IsGoodForAll(exchange.Fields)
            ? Task.FromResult<IResult>(RestAnswer.TooManyFields)
            : ListAsync(exchange, "all", index => index.All);

    public async Task<IResult> Code(string code, [AsParameters] RestExchange exchange)
    {
        // Some apps wrote the query parameter into the path, and were answered.
        code = code.Replace("codes=", "", StringComparison.Ordinal);
        if (code.Length is < 2 or > 3)
            return RestAnswer.BadRequest;
        var index = await ReadAsync(exchange);
        if (index.Find(code) is not { } country)
            return RestAnswer.NotFound;
        // One country whose fields are named is the one answer that is no list.
        var bare = !StringValues.IsNullOrEmpty(exchange.Fields);
        return await AnswerAsync(
            exchange,
            index,
            $"{(bare ? "bare" : "alpha")} {country.Country.Cca3}",
            [country],
            bare
        );
    }

    public async Task<IResult> Codes(string? codes, [AsParameters] RestExchange exchange)
    {
        if (codes is null || codes.Length < 2 || (codes.Length > 3 && !codes.Contains(',', StringComparison.Ordinal)))
            return RestAnswer.BadRequest;
        var index = await ReadAsync(exchange);
        var wanted = codes.Split(',').Select(index.Find).ToHashSet();
        var found = index.Where(wanted.Contains);
        return await AnswerAsync(
            exchange,
            index,
            $"alpha {string.Join(' ', found.Select(e => e.Country.Cca3))}",
            found
        );
    }

    public Task<IResult> Name(string name, string? fullText, [AsParameters] RestExchange exchange)
    {
        var folded = FoldedTexts.Fold(name);
        return string.Equals(fullText, "true", StringComparison.OrdinalIgnoreCase)
            ? ListAsync(
                exchange,
                $"fullText {folded}",
                index => [.. index.Where(e => e.FullNames.Equal(folded)).Take(1)]
            )
            : ListAsync(exchange, $"name {folded}", index => index.Named(folded));
    }

    public Task<IResult> Currency(string currency, [AsParameters] RestExchange exchange) =>
        // Written as a code it is one: AUD is in "Saudi Riyal", too.
        currency.Length == 3
        && currency.All(char.IsAsciiLetterUpper)
            ? SearchAsync(exchange, "currency code", currency, (e, text) => e.CurrencyCodes.Equal(text))
            : SearchAsync(
                exchange,
                "currency",
                currency,
                (e, text) => e.CurrencyCodes.Equal(text) || e.CurrencyNames.Contains(text)
            );

    public Task<IResult> Language(string language, [AsParameters] RestExchange exchange) =>
        SearchAsync(exchange, "lang", language, (e, text) => e.Languages.Equal(text));

    public Task<IResult> Capital(string capital, [AsParameters] RestExchange exchange) =>
        SearchAsync(exchange, "capital", capital, (e, text) => e.Capitals.Contains(text));

    public Task<IResult> Region(string region, [AsParameters] RestExchange exchange) =>
        SearchAsync(exchange, "region", region, (e, text) => e.Region.Contains(text) || e.Subregion.Equal(text));

    public Task<IResult> Subregion(string subregion, [AsParameters] RestExchange exchange) =>
        SearchAsync(exchange, "subregion", subregion, (e, text) => e.Subregion.Contains(text));

    public Task<IResult> Translation(string name, [AsParameters] RestExchange exchange) =>
        SearchAsync(exchange, "translation", name, (e, text) => e.Translations.Contains(text));

    public Task<IResult> Demonym(string people, [AsParameters] RestExchange exchange) =>
        SearchAsync(exchange, "demonym", people, (e, text) => e.Demonyms.Contains(text));

    public Task<IResult> Independent(string? status, [AsParameters] RestExchange exchange)
    {
        var wanted = string.Equals(status ?? "true", "true", StringComparison.OrdinalIgnoreCase);
        return ListAsync(exchange, $"independent {wanted}", index => index.Where(e => e.Country.Independent == wanted));
    }

    private Task<IResult> SearchAsync(
        RestExchange exchange,
        string path,
        string text,
        Func<RestEntry, string, bool> matches
    )
    {
        var folded = FoldedTexts.Fold(text);
        return ListAsync(exchange, $"{path} {folded}", index => index.Where(entry => matches(entry, folded)));
    }

    private async Task<IResult> ListAsync(
        RestExchange exchange,
        string key,
        Func<RestCountriesIndex, IReadOnlyList<RestEntry>> find
    )
    {
        var index = await ReadAsync(exchange);
        return await AnswerAsync(exchange, index, key, find(index));
    }

    /// <summary>The countries as they stand now. Only a new picture costs anything.</summary>
    private async Task<RestCountriesIndex> ReadAsync(RestExchange exchange)
    {
        var picture = (await exchange.Sender.Send(new ListCountryDetails(), exchange.CancellationToken)).Value;
        if (current is { } made && made.Version == picture.Version)
            return made;
        lock (making)
        {
            if (current?.Version != picture.Version)
                current = new RestCountriesIndex(picture);
            return current!;
        }
    }

    /// <summary>Sends countries from finished bytes; only what was found is kept, so what strangers search for fills no memory.</summary>
    private async Task<IResult> AnswerAsync(
        RestExchange exchange,
        RestCountriesIndex index,
        string key,
        IReadOnlyList<RestEntry> found,
        bool bare = false
    )
    {
        if (found.Count == 0)
            return RestAnswer.NotFound;
        var request = exchange.Http.Request;
        if (request.Host.Value?.Length > LongestHost)
            return RestAnswer.BadRequest;
        var selection = FieldSelection.Parse(exchange.Fields, options.Strict);
        var baseUrl =
            !selection.ShowsLinks ? ""
            : options.BaseUrl is { } configured ? configured
            : request.Host.HasValue ? $"{request.Scheme}://{request.Host.Value}"
            : "";
        exchange.Http.Response.Headers.CacheControl = "public, max-age=3600";
        return await cache.GetAsync(
            $"v3.1 {key} {selection.Members:x} {baseUrl}",
            index.Version,
            () =>
                Task.FromResult(
                    new Representation(Write(found, selection, baseUrl, bare), "application/json")
                    {
                        IsCompressed = true,
                    }
                )
        );
    }

    private static ReadOnlyMemory<byte> Write(
        IReadOnlyList<RestEntry> countries,
        FieldSelection selection,
        string baseUrl,
        bool bare
    )
    {
        var output = new ArrayBufferWriter<byte>();
        var host = JsonEncodedText.Encode(baseUrl).EncodedUtf8Bytes;
        if (bare)
        {
            countries[0].Writer.WriteTo(output, selection, host);
            return output.WrittenMemory;
        }
        output.Write("["u8);
        for (var i = 0; i < countries.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            countries[i].Writer.WriteTo(output, selection, host);
        }
        output.Write("]"u8);
        return output.WrittenMemory.ToArray();
    }
}
