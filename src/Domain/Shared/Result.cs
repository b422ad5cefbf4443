namespace Shared.Domain;

/// <summary>What a factory answers: the value, or all the reasons why there is none.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Result<T>
    where T : class
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Failure> failures) => (this.value, Failures) = (value, failures);

    /// <summary>Why there is no value; empty on success.</summary>
    public IReadOnlyList<Failure> Failures { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Failures.Count == 0;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: the caller did not check its input first.</exception>
    public T Value =>
        value ?? throw new InvalidOperationException(string.Join(" ", Failures.Select(f => $"{f.Code}: {f.Message}")));

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Failure failure) => new(null, [failure]);

    public static implicit operator Result<T>(List<Failure> failures) => new(null, failures);
}
