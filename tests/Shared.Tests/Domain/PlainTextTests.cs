using System.Text;
using CsCheck;
using Shared.Domain;
using Shared.Tests.Testing;

namespace Shared.Tests.Domain;

/// <summary>Which texts are the same text, and how long one is.</summary>
[TestFixture]
internal sealed class PlainTextTests
{
    [TestCase("STRASSE", "straße", TestName = "ß is ss")]
    [TestCase("STRASSE", "STRAẞE", TestName = "capital ß is ss")]
    [TestCase("ﬁn", "FIN", TestName = "a ligature is its letters")]
    [TestCase("\u1E9B\u0323", "\u1E61\u0323", TestName = "a long s with a dot is an s with a dot")]
    [TestCase("ΣΑΣ", "σας", TestName = "the final sigma is a sigma")]
    [TestCase("ς", "Σ", TestName = "so it is alone")]
    [TestCase("\u212Bland", "Åland", TestName = "the sign of the ångström is an Å")]
    [TestCase("A\u030Aland", "åland", TestName = "a letter with a combining mark is the composed one")]
    [TestCase("ＫＥＮＹＡ", "kenya", TestName = "full-width letters are letters")]
    [TestCase("İzmir", "i\u0307zmir", TestName = "İ is an i with a dot")]
    [TestCase("CONGREſS", "congress", TestName = "the long s is an s")]
    [TestCase("ᾳ", "ΑΙ", TestName = "the iota subscript is an iota")]
    [TestCase("ᾼ", "αι", TestName = "and so is its capital")]
    [TestCase("\uFDFA", "صلى الله عليه وسلم", TestName = "a word in one character is the word")]
    [TestCase("ŉ", "ʼN", TestName = "an n with an apostrophe is both")]
    [TestCase("  Ivory \t\u3000\n Coast ", "ivory coast", TestName = "white space counts once, around not at all")]
    [TestCase("Ivory\u00A0Coast", "IVORY COAST", TestName = "a space that does not break is a space")]
    [TestCase("𐐀", "𐐨", TestName = "letters beyond the first plane have case too")]
    public void Texts_that_people_take_for_the_same_fold_to_the_same(string one, string other) =>
        Assert.That(PlainText.Fold(one), Is.EqualTo(PlainText.Fold(other)));

    [TestCase("Iran", "İran", TestName = "a dot over the capital I is a difference")]
    [TestCase("ı", "i", TestName = "no dot over the small i is one too")]
    [TestCase("Åland", "Aland", TestName = "an accent is a difference")]
    [TestCase("Niger", "Nigeria", TestName = "so are more letters")]
    [TestCase("Ivory Coast", "IvoryCoast", TestName = "and a space")]
    public void Texts_that_differ_fold_to_different_ones(string one, string other) =>
        Assert.That(PlainText.Fold(one), Is.Not.EqualTo(PlainText.Fold(other)));

    [TestCase("Straße ", "strasse")]
    [TestCase("  Côte  d’Ivoire", "côte d’ivoire")]
    [TestCase("", "")]
    [TestCase(" \t ", "")]
    public void The_folded_form_is_lower_case_and_composed(string text, string folded) =>
        Assert.That(PlainText.Fold(text), Is.EqualTo(folded));

    [Test]
    public void Folding_what_is_folded_changes_nothing() =>
        Texts.WellFormed.Sample(text => PlainText.Fold(PlainText.Fold(text)) == PlainText.Fold(text));

    [Test]
    public void Folding_does_not_depend_on_the_form_of_Unicode() =>
        Gen.Select(
                Texts.WellFormed,
                Gen.OneOf(
                    NormalizationForm.FormC,
                    NormalizationForm.FormD,
                    NormalizationForm.FormKC,
                    NormalizationForm.FormKD
                )
            )
            .Sample((text, form) => PlainText.Fold(text.Normalize(form)) == PlainText.Fold(text));

    [Test]
    public void Folding_does_not_depend_on_case() =>
        // Normalized first: the capital of a lone iota subscript is a letter, which marks cannot pass.
        Texts
            .WellFormed.Select(text => text.Normalize())
            .Sample(text =>
                PlainText.Fold(text.ToUpperInvariant()) == PlainText.Fold(text)
                && PlainText.Fold(text.ToLowerInvariant()) == PlainText.Fold(text)
            );

    [Test]
    public void White_space_in_a_folded_text_is_one_space_between_words() =>
        Texts.WellFormed.Sample(text =>
        {
            var folded = PlainText.Fold(text);
            return folded.Trim() == folded
                && !folded.Contains("  ", StringComparison.Ordinal)
                && folded.All(c => c == ' ' || !char.IsWhiteSpace(c));
        });

    [TestCase("", 0)]
    [TestCase("abc", 3)]
    [TestCase("😀😀", 2)]
    [TestCase("e\u0301", 2, Description = "a combining mark is a code point of its own")]
    public void Length_is_counted_in_code_points(string text, int length) =>
        Assert.That(PlainText.Length(text), Is.EqualTo(length));

    // An attribute cannot hold half a pair, so this is no test case.
    [Test]
    public void Half_a_surrogate_pair_counts_as_one()
    {
        Assert.That(PlainText.Length("\uD83D"), Is.EqualTo(1));
        Assert.That(PlainText.Length("\uD83D\uD83D\uDE00\uDE00"), Is.EqualTo(3), "a pair between two halves");
    }

    [Test]
    public void Length_is_counted_as_the_framework_counts_runes() =>
        Texts.Any.Sample(text => PlainText.Length(text) == Texts.CodePoints(text));
}
