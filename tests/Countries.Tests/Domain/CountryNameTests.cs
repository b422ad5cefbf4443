using System.Text;
using Countries.Domain;
using CsCheck;
using Shared.Tests.Testing;

namespace Countries.Tests.Domain;

/// <summary>What the name of a country is, and when two names are the same.</summary>
[TestFixture]
internal sealed class CountryNameTests
{
    private static readonly Gen<CountryName> Name = Texts
        .WellFormed.Where(text => CountryName.Create(text).IsSuccess)
        .Select(text => CountryName.Create(text).Value);

    [TestCase("Kenya", "Kenya")]
    [TestCase("  Côte d’Ivoire\n", "Côte d’Ivoire")]
    [TestCase("Ivory  Coast", "Ivory  Coast", Description = "white space inside is shown as it was written")]
    public void A_name_is_shown_as_it_was_written_without_the_white_space_around_it(string text, string shown) =>
        Assert.That(CountryName.Create(text).Value.Value, Is.EqualTo(shown));

    [TestCase(null, "country.name.required")]
    [TestCase("", "country.name.blank")]
    [TestCase(" \t ", "country.name.blank")]
    [TestCase("Ken\0ya", "country.name.null_character")]
    [TestCase("Ken\u202Eya", "country.name.forbidden_character")]
    public void What_is_no_name_is_refused_with_a_code(string? text, string code) =>
        Assert.That(CountryName.Create(text).Failures.Select(f => f.Code), Is.EqualTo([code]));

    [TestCase("a", TestName = "A name has at most 100 letters")]
    [TestCase("😀", TestName = "A name has at most 100 emoji, though each is two UTF-16 units")]
    [TestCase("é", TestName = "A name has at most 100 composed letters")]
    public void A_name_has_at_most_100_characters(string character)
    {
        var hundred = string.Concat(Enumerable.Repeat(character, CountryName.MaxLength));

        Assert.That(CountryName.Create($" {hundred} ").IsSuccess, Is.True);
        var failure = CountryName.Create(hundred + character).Failures.Single();
        Assert.That((failure.Code, failure.Detail), Is.EqualTo(("country.name.too_long", "100")));
    }

    [Test]
    public void A_combining_mark_is_a_character_of_its_own()
    {
        var decomposed = string.Concat(Enumerable.Repeat("e\u0301", 51));

        Assert.That(CountryName.Create(decomposed).Failures.Single().Code, Is.EqualTo("country.name.too_long"));
        Assert.That(CountryName.Create(decomposed.Normalize()).IsSuccess, Is.True);
    }

    [Test]
    public void A_name_of_ligatures_that_fold_to_more_than_an_index_holds_is_too_long()
    {
        Assert.That(CountryName.Create(new string('\uFDFA', 22)).Value.Key, Has.Length.EqualTo(396));
        Assert.That(
            CountryName.Create(new string('\uFDFA', 23)).Failures.Single().Code,
            Is.EqualTo("country.name.too_long")
        );
    }

    [Test]
    public void What_is_wrong_has_a_code_of_its_own_and_a_name_that_came_through_has_nothing_forbidden() =>
        Texts.Any.Sample(text =>
        {
            var result = CountryName.Create(text);
            if (!result.IsSuccess)
                return result.Failures.All(f => f.Code.StartsWith("country.name.", StringComparison.Ordinal));
            var name = result.Value.Value;
            return Texts.IsWellFormed(name)
                && !name.Any(c => Texts.IsForbidden(c))
                && name.Trim() == name
                && Texts.CodePoints(name) is >= 1 and <= CountryName.MaxLength
                && result.Value.Key.Length <= 4 * CountryName.MaxLength;
        });

    [Test]
    public void A_name_makes_itself_again() =>
        Name.Sample(name =>
        {
            var again = CountryName.Create(name.Value).Value;
            return again.Value == name.Value && again.Key == name.Key;
        });

    [Test]
    public void The_key_of_a_key_is_the_key() =>
        Name.Sample(name =>
            CountryName.Create(name.Key) is not { IsSuccess: true } again || again.Value.Key == name.Key
        );

    [Test]
    public void Keys_are_equal_in_every_form_of_Unicode_in_any_case_and_with_any_white_space() =>
        Gen.Select(
                Name,
                Gen.OneOf<Func<string, string>>(
                    text => text.Normalize(NormalizationForm.FormC),
                    text => text.Normalize(NormalizationForm.FormD),
                    text => text.Normalize(NormalizationForm.FormKC),
                    // Normalized first: the capital of a lone iota subscript is a letter, which marks cannot pass.
                    text => text.Normalize().ToUpperInvariant(),
                    text => text.ToLowerInvariant(),
                    text => $"\t {text}\u3000",
                    text => text.Replace(" ", " \n\u00A0", StringComparison.Ordinal)
                )
            )
            .Where((name, change) => CountryName.Create(change(name.Value)).IsSuccess)
            .Sample(
                (name, change) =>
                {
                    var other = CountryName.Create(change(name.Value)).Value;
                    return other.Key == name.Key;
                }
            );

    [TestCase("Straßenland", "STRASSENLAND")]
    [TestCase("ﬁji", "Fiji")]
    [TestCase("Ｋenya", "kenya")]
    [TestCase("Åland", "A\u030Aland")]
    public void Names_that_people_take_for_the_same_have_the_same_key(string one, string other) =>
        Assert.That(CountryName.Create(one).Value.Key, Is.EqualTo(CountryName.Create(other).Value.Key));

    [TestCase("Niger", "Nigeria")]
    [TestCase("Åland", "Aland")]
    public void Names_that_differ_have_different_keys(string one, string other) =>
        Assert.That(CountryName.Create(one).Value.Key, Is.Not.EqualTo(CountryName.Create(other).Value.Key));
}
