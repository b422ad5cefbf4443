using Countries.Domain;
using CsCheck;
using Shared.Tests.Testing;

namespace Countries.Tests.Domain;

/// <summary>The codes of ISO 3166-1.</summary>
[TestFixture]
internal sealed class CountryCodesTests
{
    [TestCase("CH", "CH")]
    [TestCase(" ch\n", "CH")]
    [TestCase("xK", "XK")]
    public void Two_letters_in_any_case_are_an_alpha_2_code(string text, string code) =>
        Assert.That(Alpha2Code.Create(text).Value.Value, Is.EqualTo(code));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("C")]
    [TestCase("CHE")]
    [TestCase("C1")]
    [TestCase("C H")]
    [TestCase("ÇH")]
    [TestCase("ıs")]
    public void Anything_else_is_no_alpha_2_code(string? text) =>
        Assert.That(Alpha2Code.Create(text).Failures.Single().Code, Is.EqualTo("country.alpha2.invalid"));

    [TestCase("CHE", "CHE")]
    [TestCase("\txkx", "XKX")]
    public void Three_letters_in_any_case_are_an_alpha_3_code(string text, string code) =>
        Assert.That(Alpha3Code.Create(text).Value.Value, Is.EqualTo(code));

    [TestCase(null)]
    [TestCase("CH")]
    [TestCase("CHEX")]
    [TestCase("756")]
    [TestCase("ＣＨＥ")]
    public void Anything_else_is_no_alpha_3_code(string? text) =>
        Assert.That(Alpha3Code.Create(text).Failures.Single().Code, Is.EqualTo("country.alpha3.invalid"));

    [TestCase("756", "756")]
    [TestCase(" 008 ", "008", Description = "with its zeros")]
    public void Three_digits_are_a_numeric_code(string text, string code) =>
        Assert.That(NumericCode.Create(text).Value.Value, Is.EqualTo(code));

    [TestCase(null)]
    [TestCase("8")]
    [TestCase("0008")]
    [TestCase("+75")]
    [TestCase("7 6")]
    [TestCase("٧٥٦", Description = "Arabic digits are none of ISO's")]
    [TestCase("CHE")]
    public void Anything_else_is_no_numeric_code(string? text) =>
        Assert.That(NumericCode.Create(text).Failures.Single().Code, Is.EqualTo("country.numeric.invalid"));

    [Test]
    public void Whatever_comes_through_has_the_shape_of_its_code()
    {
        var shortText = Gen.Frequency<string>(
            (3, Gen.Char["abzABZ019é\0 "].Array[0, 5].Select(c => new string(c))),
            (1, Texts.Any)
        );
        shortText.Sample(text =>
        {
            var (two, three, digits) = (Alpha2Code.Create(text), Alpha3Code.Create(text), NumericCode.Create(text));
            return (!two.IsSuccess || (two.Value.Value.Length == 2 && two.Value.Value.All(char.IsAsciiLetterUpper)))
                && (
                    !three.IsSuccess
                    || (three.Value.Value.Length == 3 && three.Value.Value.All(char.IsAsciiLetterUpper))
                )
                && (!digits.IsSuccess || (digits.Value.Value.Length == 3 && digits.Value.Value.All(char.IsAsciiDigit)))
                && (!two.IsSuccess || Alpha2Code.Create(two.Value.Value).Value == two.Value)
                && (!three.IsSuccess || Alpha3Code.Create(three.Value.Value).Value == three.Value);
        });
    }
}
