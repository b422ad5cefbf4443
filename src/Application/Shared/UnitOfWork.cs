using ErrorOr;

namespace Shared.Application;

/// <summary>One change of one module's database, in one transaction.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work and commits what it changed together with the events that it raised. Nothing is kept when the
    /// work answers an error or throws. The work reads side by side with others. When another writer took a unique value
    /// or changed the same record first, the work runs again; it must look before it writes, and then answers with the
    /// error that says so. A unit of work that is begun inside another one of its module is a part of it.
    /// </summary>
    Task<ErrorOr<T>> ExecuteAsync<T>(
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken
    );
}

/// <summary>The unit of work of each module, within one scope.</summary>
public interface IUnitOfWorkProvider
{
    /// <summary>The unit of work of a module.</summary>
    /// <param name="module">The module's name.</param>
    IUnitOfWork Of(string module);
}
