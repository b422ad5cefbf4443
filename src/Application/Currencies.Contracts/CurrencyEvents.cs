namespace Currencies.Contracts;

/// <summary>Somebody added a currency beside the data set.</summary>
/// <param name="Code">Its code.</param>
public sealed record CurrencyWasAdded(string Code);

/// <summary>What is said of a currency changed.</summary>
/// <param name="Code">Its code.</param>
public sealed record CurrencyWasChanged(string Code);

/// <summary>A currency was removed.</summary>
/// <param name="Code">Its code.</param>
public sealed record CurrencyWasRemoved(string Code);

/// <summary>A version of the currencies' data set was loaded: codes and names may be new or changed.</summary>
/// <param name="DataSetVersion">The version.</param>
public sealed record CurrencyDataSetWasLoaded(string DataSetVersion);
