using Api.Tests.Seed;

namespace Api.Tests.RestCountries;

/// <summary>With <c>Compatibility:RestCountries:Strict</c> the service is as particular about <c>fields</c> as the old one.</summary>
[TestFixture]
internal sealed class StrictTests : RestCountriesFixture
{
    private const string Refusal =
        """{"message":"'fields' query not specified or you're requesting more than 10 fields","status":400}""";

    protected override Dictionary<string, string> Settings => new() { ["Compatibility:RestCountries:Strict"] = "true" };

    [TestCase("/all")]
    [TestCase("/all/")]
    [TestCase("/all?fields=")]
    [TestCase("/all?fields=,")]
    [TestCase("/all?fields=name,,cca3")]
    [TestCase("/all?fields=name,%20,cca3")]
    [TestCase("/all?fields=a,b,c,d,e,f,g,h,i,j,k")]
    public Task All_asks_for_one_to_ten_fields(string path) => GetAsync(path).MustBeAsync(400, Refusal);

    [TestCase("/all?fields=name")]
    [TestCase("/all?fields=cca3,")]
    [TestCase("/all?fields=a,b,c,d,e,f,g,h,i,j,")]
    [TestCase("/alpha/ch")]
    [TestCase("/independent")]
    public Task One_to_ten_fields_and_other_paths_are_answered(string path) => GetAsync(path).MustBeAsync(200);

    [Test]
    public Task A_space_belongs_to_the_name_that_it_stands_beside() =>
        GetAsync("/alpha/ch?fields=cca3,%20cca2").MustBeAsync(200, """{"cca3":"CHE"}""");
}
