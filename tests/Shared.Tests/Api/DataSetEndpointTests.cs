using Shared.Api.V1;
using Shared.Application;

namespace Shared.Tests.Api;

/// <summary>What <c>/dataset</c> tells of the modules together.</summary>
[TestFixture]
internal sealed class DataSetEndpointTests
{
    [Test]
    public void The_newest_version_is_that_of_the_greatest_number()
    {
        var sets = DataSetEndpoint.DataSets.Of([
            new Described("2026.9.1"),
            new Described("2026.11.2"),
            new Described("2026.10.9"),
        ]);

        Assert.That(sets.Version, Is.EqualTo("2026.11.2"));
    }

    private sealed record Described(string Version) : IDataSetDescription
    {
        public string Module => "Boxes";

        public IReadOnlyList<DataSource> Sources => [];
    }
}
