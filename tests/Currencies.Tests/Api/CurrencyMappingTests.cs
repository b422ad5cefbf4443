using Currencies.Api;
using Shared.Api;

namespace Currencies.Tests.Api;

[TestFixture]
internal sealed class CurrencyMappingTests
{
    [Test]
    public void Every_mapping_of_the_contracts_is_complete() =>
        Assert.That(() => SharedApi.MappingOf([new CurrenciesApi()]).Compile(), Throws.Nothing);
}
