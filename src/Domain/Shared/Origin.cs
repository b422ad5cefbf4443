namespace Shared.Domain;

/// <summary>Where a record comes from.</summary>
public enum Origin
{
    /// <summary>The data set brought it, and newer ones update it.</summary>
    DataSet,

    /// <summary>Somebody added it here, and no data set touches it.</summary>
    Local,
}

/// <summary>The words for the origins, the same in every contract and the history.</summary>
public static class Origins
{
    /// <summary>The word for an origin.</summary>
    public static string Word(this Origin origin) => origin == Origin.DataSet ? "dataset" : "local";
}
