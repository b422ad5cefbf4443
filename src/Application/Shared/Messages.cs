using ErrorOr;
using MediatR;

namespace Shared.Application;

/// <summary>A use case that changes something. It runs in one unit of work of its module.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public interface ICommand<T> : IRequest<ErrorOr<T>>;

/// <summary>
/// A command whose handler opens the unit of work itself: after slow work, such as hashing a password, that a second run must not
/// repeat while other writers wait; or one for each of several modules.
/// </summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public interface ICommandWithOwnUnitOfWork<T> : ICommand<T>;

/// <summary>A use case that only reads.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public interface IQuery<T> : IRequest<ErrorOr<T>>;

/// <summary>Answers a command.</summary>
public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, ErrorOr<T>>
    where TCommand : ICommand<T>;

/// <summary>Answers a query.</summary>
public interface IQueryHandler<in TQuery, T> : IRequestHandler<TQuery, ErrorOr<T>>
    where TQuery : IQuery<T>;
