using Currencies.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;
using Shared.Domain;

namespace Currencies.Application;

/// <summary>Says all that is now to be said of a currency. What the draft leaves out is not known any longer.</summary>
/// <param name="Code">The currency.</param>
/// <param name="Version">The version that the draft was made from; nothing to write over any.</param>
/// <param name="Draft">What is said.</param>
public sealed record EditCurrency(string Code, long? Version, CurrencyDraft Draft) : ICommand<FoundCurrency>;

internal sealed class EditCurrencyValidator : AbstractValidator<EditCurrency>
{
    public EditCurrencyValidator() => RuleFor(command => command.Draft).MustPass(CurrencyDraft.Check);
}

internal sealed class EditCurrencyHandler(ICurrencyRepository currencies) : ICommandHandler<EditCurrency, FoundCurrency>
{
    public async Task<ErrorOr<FoundCurrency>> Handle(EditCurrency command, CancellationToken cancellationToken)
    {
        if (await currencies.FindAsync(command.Code, cancellationToken) is not { } currency)
            return CurrencyErrors.NotFound(command.Code, nearest: null).ToError();
        if (command.Version is { } version && version != currency.Version)
            return CurrencyErrors.Stale.ToError();
        if (command.Draft.Code is { } code && CurrencyCode.Create(code) is var given)
        {
            if (!given.IsSuccess || given.Value != currency.Code)
                return CurrencyErrors.CodeIsFixed.ToError();
        }
        currency.Edit(command.Draft.ToFacts(currency).Value);
        return WrittenCurrency.Show(currency);
    }
}
