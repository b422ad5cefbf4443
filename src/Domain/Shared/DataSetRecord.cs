namespace Shared.Domain;

/// <summary>
/// A record that a data set brings, or that somebody adds beside the data set's. Everybody may edit both; a newer data set
/// leaves alone what was edited here.
/// </summary>
/// <typeparam name="TFacts">All that can be said of the record.</typeparam>
public abstract class DataSetRecord<TFacts>(Origin origin) : AggregateRoot
    where TFacts : class
{
    /// <summary>Where the record comes from.</summary>
    public Origin Origin { get; private set; } = origin;

    /// <summary>The members of a record of the data set that were edited here, by name.</summary>
    public IReadOnlyList<string> Edited { get; private set; } = [];

    /// <summary>All that is said of the record.</summary>
    public abstract TFacts Facts { get; }

    /// <summary>The members of the facts.</summary>
    protected abstract IReadOnlyList<Member<TFacts>> Members { get; }

    /// <summary>A newer data set brings new facts. What was edited here stays; nothing happens where nothing else differs.</summary>
    public void Update(TFacts facts) => Change(Members.TakeAllBut(Edited, Facts, facts));

    /// <summary>A newer data set knows the record no longer, but it was edited here: it stays, as a local one.</summary>
    public void BecomeLocal()
    {
        (Origin, Edited) = (Origin.Local, []);
        RaiseChange(Changed([new MemberChange("source", Origin.DataSet.Word(), Origin.Local.Word())]));
    }

    /// <summary>A person says all that is now to be said. Nothing happens where nothing differs.</summary>
    protected void TakeFromPerson(TFacts facts)
    {
        var members = Change(facts).Select(change => change.Member).ToList();
        if (Origin == Origin.DataSet && members.Count > 0)
            Edited = [.. Edited.Union(members).Order(StringComparer.Ordinal)];
    }

    /// <summary>Takes the facts over.</summary>
    protected abstract void Take(TFacts facts);

    /// <summary>The event that tells of changes.</summary>
    protected abstract IMemberChanges Changed(IReadOnlyList<MemberChange> changes);

    private IReadOnlyList<MemberChange> Change(TFacts facts)
    {
        var changes = Members.Compare(Facts, facts);
        if (changes.Count == 0)
            return changes;
        Take(facts);
        RaiseChange(Changed(changes));
        return changes;
    }
}
