using System;
using System.Threading.Tasks;

namespace MediatR;

/// <summary>What every request has in common; lets a pipeline behaviour name any of them.</summary>
public interface IBaseRequest;

/// <summary>A request without an answer.</summary>
public interface IRequest : IBaseRequest;

/// <summary>A request with an answer.</summary>
/// <typeparam name="TResponse">The type of the answer.</typeparam>
public interface IRequest<out TResponse> : IBaseRequest;

/// <summary>A message for any number of handlers.</summary>
public interface INotification;

/// <summary>A request whose answer is a stream.</summary>
/// <typeparam name="TResponse">The type of one item.</typeparam>
public interface IStreamRequest<out TResponse>;

/// <summary>The type with one value, for requests that answer nothing.</summary>
public readonly struct Unit : IEquatable<Unit>, IComparable<Unit>, IComparable
{
    private static readonly Unit Only;

    /// <summary>The only value.</summary>
    public static ref readonly Unit Value => ref Only;

    /// <summary>The only value, already there.</summary>
    public static Task<Unit> Task { get; } = System.Threading.Tasks.Task.FromResult(Only);

    public int CompareTo(Unit other) => 0;

    int IComparable.CompareTo(object obj) => 0;

    public override int GetHashCode() => 0;

    public bool Equals(Unit other) => true;

    public override bool Equals(object obj) => obj is Unit;

    public static bool operator ==(Unit first, Unit second) => true;

    public static bool operator !=(Unit first, Unit second) => false;

    public override string ToString() => "()";
}
