using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Countries.Application;

/// <summary>Adds the countries of a file as local records: all of them or, when a line cannot be taken, none.</summary>
/// <param name="Lines">The lines, in their order.</param>
/// <param name="OnlyValid">Whether lines that cannot be taken are left out, and the others added.</param>
public sealed record ImportCountries(IReadOnlyList<ImportLine> Lines, bool OnlyValid) : ICommand<CountryImport>;

/// <summary>What came of an import.</summary>
/// <param name="Lines">How many lines the file has.</param>
/// <param name="Added">The countries that were added.</param>
/// <param name="Faults">What is wrong with lines that were left out; each knows its line (<see cref="Errors.Line"/>).</param>
public sealed record CountryImport(int Lines, IReadOnlyList<ImportedCountry> Added, IReadOnlyList<Error> Faults);

/// <summary>A country that an import added.</summary>
/// <param name="Line">The line that it stood in.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Its name.</param>
public sealed record ImportedCountry(int Line, Guid Id, string Name);

internal sealed class ImportCountriesValidator : AbstractValidator<ImportCountries>
{
    public ImportCountriesValidator() =>
        RuleFor(command => command.Lines).MustPass(lines => lines.Count > 0 ? [] : [CountryErrors.NothingToImport]);
}

internal sealed class ImportCountriesHandler(
    ICountryRepository countries,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : ICommandHandler<ImportCountries, CountryImport>
{
    public async Task<ErrorOr<CountryImport>> Handle(ImportCountries command, CancellationToken cancellationToken)
    {
        var money = await currencies.ReadAsync(cancellationToken);
        var taken = new TakenKeys(await countries.ReadKeysAsync(cancellationToken));
        var faults = new List<Error>();
        var good = new List<ImportLine>();
        foreach (var line in command.Lines)
        {
            List<Error> errors = [.. line.Errors, .. taken.Obstacles(line)];
            if (line.Facts is not null)
                errors.AddRange(money.Unknown(line.Draft, country: null));
            faults.AddRange(errors.Select(error => error.AtLine(line.Number)));
            if (errors.Count > 0)
                continue;
            taken.Take(line);
            good.Add(line);
        }
        if (faults.Count > 0 && !command.OnlyValid)
            return faults;

        var now = clock.GetUtcNow();
        var added = new List<ImportedCountry>();
        foreach (var line in good)
        {
            var country = Country.AddLocal(CountryId.New(now), line.Facts!, now);
            countries.Add(country);
            added.Add(new ImportedCountry(line.Number, country.Id.Value, country.Name.Value));
        }
        return new CountryImport(command.Lines.Count, added, faults);
    }
}
