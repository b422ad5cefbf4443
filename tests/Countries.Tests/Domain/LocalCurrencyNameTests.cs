using Countries.Domain;
using CsCheck;
using Shared.Tests.Testing;

namespace Countries.Tests.Domain;

/// <summary>What somebody calls the money of a country.</summary>
[TestFixture]
internal sealed class LocalCurrencyNameTests
{
    [TestCase(null, "country.local_currency.required")]
    [TestCase("\u3000", "country.local_currency.blank")]
    [TestCase("a\0", "country.local_currency.null_character")]
    [TestCase("\u2067a", "country.local_currency.forbidden_character")]
    public void What_is_no_text_is_refused_with_a_code(string? text, string code) =>
        Assert.That(LocalCurrencyName.Create(text).Failures.Select(f => f.Code), Is.EqualTo([code]));

    [Test]
    public void It_has_at_most_100_characters()
    {
        Assert.That(LocalCurrencyName.Create(new string('x', 100)).IsSuccess, Is.True);
        var failure = LocalCurrencyName.Create(new string('x', 101)).Failures.Single();
        Assert.That((failure.Code, failure.Detail), Is.EqualTo(("country.local_currency.too_long", "100")));
    }

    [Test]
    public void It_is_kept_as_it_was_written_but_trimmed() =>
        Texts
            .Any.Where(text => LocalCurrencyName.Create(text).IsSuccess)
            .Sample(text =>
            {
                var words = LocalCurrencyName.Create(text).Value;
                return words.Value == text.Trim()
                    && LocalCurrencyName.Create(words.Value).Value == words
                    && Texts.IsWellFormed(words.Value)
                    && !words.Value.Any(c => Texts.IsForbidden(c));
            });

    [Test]
    public void Long_ligatures_are_fine_since_nobody_compares_them() =>
        Assert.That(LocalCurrencyName.Create(new string('\uFDFA', 100)).IsSuccess, Is.True);

    [Test]
    public void Words_are_equal_only_letter_by_letter() =>
        Assert.That(
            LocalCurrencyName.Create("dollar").Value,
            Is.Not.EqualTo(LocalCurrencyName.Create("Dollar").Value)
                .And.EqualTo(LocalCurrencyName.Create(" dollar ").Value)
        );
}
