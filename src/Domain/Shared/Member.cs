using System.Collections;

namespace Shared.Domain;

/// <summary>One of the things that can be said of an aggregate: what a person edits, a data set updates and the history tells.</summary>
/// <typeparam name="TFacts">All that can be said of the aggregate.</typeparam>
/// <param name="Name">The name by which every contract and the history know it ("population").</param>
/// <param name="Value">Its value in plain form.</param>
/// <param name="Take">The first facts, with this member as the second ones have it.</param>
public sealed record Member<TFacts>(string Name, Func<TFacts, object?> Value, Func<TFacts, TFacts, TFacts> Take)
    where TFacts : class;

/// <summary>A member that changed.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Before">Its value before, in plain form; <see langword="null"/> where there was none.</param>
/// <param name="After">Its value now, in plain form; <see langword="null"/> where there is none.</param>
public sealed record MemberChange(string Member, object? Before, object? After);

/// <summary>An event that says which members of its aggregate changed; the history keeps it.</summary>
public interface IMemberChanges : IDomainEvent
{
    /// <summary>The members that changed.</summary>
    IReadOnlyList<MemberChange> Changes { get; }
}

/// <summary>Compares facts member by member.</summary>
public static class Members
{
    /// <summary>The members that differ, in their order.</summary>
    /// <param name="members">All members.</param>
    /// <param name="before">The facts before; <see langword="null"/> for a record that is new.</param>
    /// <param name="after">The facts now; <see langword="null"/> for a record that is gone.</param>
    public static IReadOnlyList<MemberChange> Compare<TFacts>(
        this IReadOnlyList<Member<TFacts>> members,
        TFacts? before,
        TFacts? after
    )
        where TFacts : class =>
        [
            .. from member in members
            let old = before is null ? null : ValueOf(member, before)
            let now = after is null ? null : ValueOf(member, after)
            where !AreSame(old, now)
            select new MemberChange(member.Name, old, now),
        ];

    /// <summary>The first facts, with the members that are not named as the second ones have them.</summary>
    public static TFacts TakeAllBut<TFacts>(
        this IReadOnlyList<Member<TFacts>> members,
        IReadOnlyCollection<string> names,
        TFacts into,
        TFacts from
    )
        where TFacts : class =>
        members
            .Where(member => !names.Contains(member.Name))
            .Aggregate(into, (facts, member) => member.Take(facts, from));

    /// <summary>A list without items says as little as no value.</summary>
    private static object? ValueOf<TFacts>(Member<TFacts> member, TFacts facts)
        where TFacts : class => member.Value(facts) is var value && value is ICollection { Count: 0 } ? null : value;

    private static bool AreSame(object? left, object? right) =>
        (left, right) switch
        {
            (string, _) or (_, string) => Equals(left, right),
            (IDictionary one, IDictionary other) => one.Count == other.Count
                && one.Keys.Cast<object>().All(key => other.Contains(key) && Equals(one[key], other[key])),
            (IEnumerable one, IEnumerable other) => one.Cast<object>().SequenceEqual(other.Cast<object>()),
            _ => Equals(left, right),
        };
}
