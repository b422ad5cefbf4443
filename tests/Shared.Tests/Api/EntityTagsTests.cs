using Shared.Api.Caching;

namespace Shared.Tests.Api;

/// <summary>Entity tags say which version they are of.</summary>
[TestFixture]
internal sealed class EntityTagsTests
{
    [Test]
    public void A_tag_of_a_version_matches_that_version_and_no_other()
    {
        var tag = EntityTags.Of("body"u8, version: 7);

        Assert.That(tag, Does.Match("^\"7-[A-Za-z0-9_-]{22}\"$"));
        Assert.That(EntityTags.IsMatch(tag, 7), Is.True);
        Assert.That(EntityTags.IsMatch(tag, 8), Is.False);
    }

    [TestCase("*", true)]
    [TestCase("\"7-another\"", true)]
    [TestCase("\"1-a\", \"7-b\"", true)]
    [TestCase("W/\"7-a\"", false)]
    [TestCase("\"7\"", false)]
    [TestCase("\"-7-a\"", false)]
    [TestCase("\"99999999999999999999-a\"", false)]
    [TestCase("7-a", false)]
    [TestCase("", false)]
    public void If_Match_compares_strongly_by_version(string field, bool isMatch) =>
        Assert.That(EntityTags.IsMatch(field, 7), Is.EqualTo(isMatch));

    [TestCase("{0}", true)]
    [TestCase("W/{0}", true)]
    [TestCase("\"a\", {0}", true)]
    [TestCase("*", true)]
    [TestCase("\"a\"", false)]
    [TestCase("nonsense", false)]
    public void If_None_Match_compares_weakly_with_the_representation(string field, bool isMatch)
    {
        var tag = EntityTags.Of("body"u8);

        Assert.That(
            EntityTags.IsNoneMatch(field.Replace("{0}", tag, StringComparison.Ordinal), tag),
            Is.EqualTo(isMatch)
        );
    }
}
