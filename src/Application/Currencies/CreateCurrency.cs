using Currencies.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;
using Shared.Domain;

namespace Currencies.Application;

/// <summary>Adds a local record with all that somebody says of it.</summary>
/// <param name="Draft">What is said; code and name at least.</param>
public sealed record CreateCurrency(CurrencyDraft Draft) : ICommand<FoundCurrency>;

internal sealed class CreateCurrencyValidator : AbstractValidator<CreateCurrency>
{
    public CreateCurrencyValidator() =>
        RuleFor(command => command.Draft)
            .MustPass(draft =>
                [
                    .. CurrencyCode.Create(draft.Code).Failures.Select(failure => failure with { Field = "code" }),
                    .. CurrencyDraft.Check(draft),
                ]
            );
}

internal sealed class CreateCurrencyHandler(ICurrencyRepository currencies)
    : ICommandHandler<CreateCurrency, FoundCurrency>
{
    public async Task<ErrorOr<FoundCurrency>> Handle(CreateCurrency command, CancellationToken cancellationToken)
    {
        var code = CurrencyCode.Create(command.Draft.Code).Value;
        if (await currencies.FindAsync(code, cancellationToken) is not null)
            return CurrencyErrors.CodeTaken.ToError();
        // No version of a code ever means two things.
        var versions = await currencies.CountVersionsAsync(code, cancellationToken);
        var currency = Currency.AddLocal(code, command.Draft.ToFacts().Value, versions);
        currencies.Add(currency);
        return WrittenCurrency.Show(currency);
    }
}
