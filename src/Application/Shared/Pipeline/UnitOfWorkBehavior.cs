using ErrorOr;
using MediatR;

namespace Shared.Application.Pipeline;

/// <summary>Runs a command's handler in a unit of work of the module that the command belongs to.</summary>
internal sealed class UnitOfWorkBehavior<TCommand, T>(IUnitOfWorkProvider unitOfWorkProvider)
    : IPipelineBehavior<TCommand, ErrorOr<T>>
    where TCommand : ICommand<T>
{
    public Task<ErrorOr<T>> Handle(
        TCommand request,
        RequestHandlerDelegate<ErrorOr<T>> next,
        CancellationToken cancellationToken
    ) => unitOfWorkProvider.Of(ModuleName.Of<TCommand>()).ExecuteAsync(_ => next(), cancellationToken);
}
