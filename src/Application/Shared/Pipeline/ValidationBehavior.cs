using ErrorOr;
using FluentValidation;
using MediatR;

namespace Shared.Application.Pipeline;

/// <summary>Answers with all failures at once before the handler sees a request that breaks a rule.</summary>
internal sealed class ValidationBehavior<TRequest, T>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, ErrorOr<T>>
    where TRequest : IRequest<ErrorOr<T>>
{
    public async Task<ErrorOr<T>> Handle(
        TRequest request,
        RequestHandlerDelegate<ErrorOr<T>> next,
        CancellationToken cancellationToken
    )
    {
        var errors = new List<Error>();
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            errors.AddRange(outcome.Errors.Select(failure => failure.ToFailure().ToError()));
        }
        return errors.Count > 0 ? errors : await next();
    }
}
