using Shared.Domain;

namespace Architecture.Tests.Planted;

/// <summary>Planted: anybody can make one, in any state.</summary>
internal sealed class OpenAggregate : AggregateRoot
{
    public OpenAggregate(string name) => Name = name;

    public override string AggregateId => "planted";

    public string Name { get; private set; }
}

/// <summary>Planted: anybody can change its state.</summary>
internal sealed class ChangeableAggregate : AggregateRoot
{
    private ChangeableAggregate() { }

    public override string AggregateId => "planted";

    public string? Name { get; set; }

    public static ChangeableAggregate Make() => new();
}

/// <summary>Planted: has a factory that can refuse, and a way around it.</summary>
internal sealed record OpenValue(string Value)
{
    public static Result<OpenValue> Create(string value) => new OpenValue(value);
}

/// <summary>Planted: <c>with</c> goes around its factory.</summary>
internal sealed record ValueWithInit
{
    private ValueWithInit(string value) => Value = value;

    public string Value { get; init; }

    public static Result<ValueWithInit> Create(string value) => new ValueWithInit(value);
}

/// <summary>Planted: plain data that changes.</summary>
internal sealed record ChangeableData
{
    public string? Value { get; set; }
}
