using FluentValidation;
using FluentValidation.Results;
using Shared.Domain;

namespace Shared.Application;

/// <summary>Lets a validator ask the value object, so that the two can never disagree.</summary>
public static class Validation
{
    /// <summary>The property must be something that the factory accepts; each failure of the factory becomes one of the rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="create">The factory of the value object: <c>CountryName.Create</c>.</param>
    public static IRuleBuilderOptionsConditions<TCommand, string?> MustBe<TCommand, TValue>(
        this IRuleBuilder<TCommand, string?> rule,
        Func<string?, Result<TValue>> create
    )
        where TValue : class =>
        rule.Custom(
            (text, context) =>
            {
                foreach (var failure in create(text).Failures)
                {
                    context.AddFailure(
                        new ValidationFailure(context.PropertyPath, failure.Message)
                        {
                            ErrorCode = failure.Code,
                            CustomState = failure,
                        }
                    );
                }
            }
        );

    /// <summary>The property must be one that a check of the domain finds nothing wrong with; the check names the members at fault.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="check">Gives the failures.</param>
    public static IRuleBuilderOptionsConditions<TCommand, TProperty> MustPass<TCommand, TProperty>(
        this IRuleBuilder<TCommand, TProperty> rule,
        Func<TProperty, List<Failure>> check
    ) =>
        rule.Custom(
            (value, context) =>
            {
                foreach (var failure in check(value))
                    context.AddFailure(
                        new ValidationFailure(failure.Field, failure.Message)
                        {
                            ErrorCode = failure.Code,
                            CustomState = failure,
                        }
                    );
            }
        );

    /// <summary>Says what it means when a rule of the library is broken.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="failure">An entry of a catalogue.</param>
    public static IRuleBuilderOptions<TCommand, TValue> OrElse<TCommand, TValue>(
        this IRuleBuilderOptions<TCommand, TValue> rule,
        Failure failure
    ) => rule.WithErrorCode(failure.Code).WithMessage(failure.Message).WithState(_ => failure);

    /// <summary>The failure that a rule reports.</summary>
    internal static Failure ToFailure(this ValidationFailure failure) =>
        failure.CustomState is Failure reported
            ? reported with
            {
                Field = failure.PropertyName,
            }
            : throw new InvalidOperationException(
                $"The rule {failure.ErrorCode} of {failure.PropertyName} has no failure of a catalogue; give it one with OrElse."
            );
}
