using CsCheck;
using Shared.Api.V1;

namespace Shared.Tests.Api;

/// <summary>What CSV cannot hold as it is comes back as it was.</summary>
[TestFixture]
internal sealed class CsvListsTests
{
    private static readonly Gen<string> Text = Gen.OneOf('a', ';', '\\', '\'', '=', '-', ' ')
        .Array[1, 6]
        .Select(letters => new string(letters));

    [Test]
    public void Values_that_were_joined_come_back() =>
        Text.List[1, 5].Sample(texts => CsvLists.Split(CsvLists.Join(texts)).SequenceEqual(texts));

    [Test]
    public void A_text_that_was_guarded_comes_back() =>
        Text.Sample(text => CsvLists.Unguard(CsvLists.Guard(text)!) == text);

    [TestCase("=1+1", "'=1+1")]
    [TestCase("-2", "'-2")]
    [TestCase("'=1", "''=1")]
    [TestCase("'s-Hertogenbosch", "'s-Hertogenbosch")]
    [TestCase("'t", "'t")]
    [TestCase("plain", "plain")]
    [TestCase("", "")]
    public void Only_what_a_spreadsheet_would_compute_is_guarded(string text, string guarded) =>
        Assert.That(CsvLists.Guard(text), Is.EqualTo(guarded));
}
