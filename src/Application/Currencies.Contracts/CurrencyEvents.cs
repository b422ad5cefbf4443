namespace Currencies.Contracts;

/// <summary>A version of the currencies' data set was loaded: codes and names may be new or changed.</summary>
/// <param name="DataSetVersion">The version.</param>
public sealed record CurrencyDataSetWasLoaded(string DataSetVersion);
