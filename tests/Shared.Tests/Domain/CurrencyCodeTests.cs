using CsCheck;
using Shared.Domain;
using Shared.Tests.Testing;

namespace Shared.Tests.Domain;

/// <summary>A currency code is three letters.</summary>
[TestFixture]
internal sealed class CurrencyCodeTests
{
    [TestCase("CHF", "CHF")]
    [TestCase("chf", "CHF")]
    [TestCase(" eur\t", "EUR")]
    [TestCase("fOk", "FOK")]
    public void Three_letters_in_any_case_are_a_code_in_upper_case(string text, string code) =>
        Assert.That(CurrencyCode.Create(text).Value.Value, Is.EqualTo(code));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("CH")]
    [TestCase("CHFX")]
    [TestCase("C F")]
    [TestCase("C1F")]
    [TestCase("ÇHF")]
    [TestCase("ＣＨＦ")]
    [TestCase("ıSK")]
    [TestCase("ſEK")]
    public void Anything_but_three_letters_is_no_code(string? text)
    {
        var result = CurrencyCode.Create(text);

        Assert.That(result.Failures.Select(f => f.Code), Is.EqualTo(["currency.code.invalid"]));
        Assert.That(() => result.Value, Throws.InvalidOperationException);
    }

    [Test]
    public void Every_code_has_three_capital_letters_and_makes_itself_again() =>
        Gen.OneOf<string>(Texts.Any, Gen.OneOf("Chf", " eur ", "usd", "XXX"))
            .Where(text => CurrencyCode.Create(text).IsSuccess)
            .Sample(text =>
            {
                var code = CurrencyCode.Create(text).Value;
                return code.Value.Length == 3
                    && code.Value.All(char.IsAsciiLetterUpper)
                    && CurrencyCode.Create(code.Value).Value == code;
            });

    [Test]
    public void Codes_with_the_same_letters_are_equal() =>
        Assert.Multiple(() =>
        {
            Assert.That(CurrencyCode.Create("chf").Value, Is.EqualTo(CurrencyCode.Create("CHF").Value));
            Assert.That(CurrencyCode.Create("CHF").Value, Is.Not.EqualTo(CurrencyCode.Create("CHE").Value));
        });
}
