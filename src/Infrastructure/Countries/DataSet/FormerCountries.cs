using Countries.Application;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataSet;

/// <summary>The former countries that the service ships.</summary>
internal sealed class FormerCountries : IFormerCountries
{
    public IReadOnlyList<FormerCountry> All { get; } =
        DataSetFiles.Read<FormerCountries, FormerCountry[]>("formerCodes.json");
}
