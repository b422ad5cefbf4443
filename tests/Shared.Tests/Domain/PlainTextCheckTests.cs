using CsCheck;
using Shared.Domain;
using Shared.Tests.Testing;

namespace Shared.Tests.Domain;

/// <summary>Which texts are refused, and with what words.</summary>
[TestFixture]
internal sealed class PlainTextCheckTests
{
    [TestCase(null, "x.required", null)]
    [TestCase("", "x.blank", null)]
    [TestCase(" \t\u3000", "x.blank", null)]
    [TestCase("12345678901", "x.too_long", "10")]
    [TestCase("a\0b", "x.null_character", null)]
    [TestCase("a\u0007b", "x.forbidden_character", "U+0007")]
    [TestCase("a\u000Bb", "x.forbidden_character", "U+000B")]
    [TestCase("a\u007Fb", "x.forbidden_character", "U+007F")]
    [TestCase("a\u009Fb", "x.forbidden_character", "U+009F")]
    [TestCase("a\u202Eb", "x.forbidden_character", "U+202E")]
    [TestCase("a\u2066b", "x.forbidden_character", "U+2066")]
    [TestCase("a\uFFFEb", "x.forbidden_character", "U+FFFE")]
    public void A_text_that_breaks_a_rule_is_refused_with_its_code(string? text, string code, string? detail)
    {
        var (_, failures) = PlainText.Check(text, "x", 10);

        Assert.That(
            failures.Select(f => (f.Code, f.Detail, f.Kind)),
            Is.EqualTo([(code, detail, FailureKind.Invalid)])
        );
    }

    // An attribute cannot hold half a pair, so these are no test cases.
    [Test]
    public void Half_a_surrogate_pair_is_refused_and_named()
    {
        A_text_that_breaks_a_rule_is_refused_with_its_code("a\uD800", "x.surrogate", "U+D800");
        A_text_that_breaks_a_rule_is_refused_with_its_code("\uDC00a", "x.surrogate", "U+DC00");
        A_text_that_breaks_a_rule_is_refused_with_its_code("\uD83D\uDE00\uDE01", "x.surrogate", "U+DE01");
    }

    [TestCase("1234567890")]
    [TestCase("  1234567890 \n", Description = "white space around it does not count")]
    [TestCase("😀😀😀😀😀😀😀😀😀😀")]
    [TestCase("a\tb\nc\rd")]
    [TestCase("\u200Eab\u200D")]
    public void A_text_that_keeps_to_the_rules_is_taken(string text)
    {
        var (taken, failures) = PlainText.Check(text, "x", 10);

        Assert.That(failures, Is.Empty);
        Assert.That(taken, Is.EqualTo(text.Trim()));
    }

    [Test]
    public void All_that_is_wrong_is_said_at_once()
    {
        var (_, failures) = PlainText.Check("\0\uD800\u001B-12345678", "x", 10);

        Assert.That(
            failures.Select(f => f.Code),
            Is.EqualTo(["x.too_long", "x.null_character", "x.surrogate", "x.forbidden_character"])
        );
    }

    [Test]
    public void A_text_is_taken_exactly_when_it_is_well_formed_and_of_the_right_length() =>
        Texts.Any.Sample(text =>
        {
            var trimmed = text.Trim();
            var right =
                Texts.CodePoints(trimmed) is > 0 and <= 30
                && Texts.IsWellFormed(trimmed)
                && !trimmed.Any(c => Texts.IsForbidden(c));
            return PlainText.Check(text, "x", 30).Failures.Count == 0 == right;
        });

    [Test]
    public void Trimming_what_is_trimmed_changes_nothing() =>
        Texts.Any.Sample(text =>
        {
            var (once, failures) = PlainText.Check(text, "x", 30);
            var (twice, again) = PlainText.Check(once, "x", 30);
            return twice == once && again.SequenceEqual(failures);
        });
}
