namespace Countries.Contracts;

/// <summary>Somebody added a country beside the data set.</summary>
/// <param name="Id">The country's identity in this service.</param>
/// <param name="Name">Its common name.</param>
public sealed record CountryWasAdded(Guid Id, string Name);

/// <summary>A country changed in another way than by being added.</summary>
/// <param name="Id">The country's identity in this service.</param>
public sealed record CountryWasChanged(Guid Id);

/// <summary>A country was removed.</summary>
/// <param name="Id">The identity that it had in this service.</param>
public sealed record CountryWasRemoved(Guid Id);

/// <summary>A version of the countries' data set was loaded.</summary>
/// <param name="DataSetVersion">The version.</param>
public sealed record CountryDataSetWasLoaded(string DataSetVersion);
