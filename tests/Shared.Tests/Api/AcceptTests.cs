using CsCheck;
using Microsoft.Extensions.Primitives;
using Shared.Api.Negotiation;

namespace Shared.Tests.Api;

/// <summary>The format is chosen as RFC 9110, section 12.5.1, says.</summary>
[TestFixture]
internal sealed class AcceptTests
{
    private const string Json = "application/json";
    private const string Html = "text/html";
    private const string Xml = "application/xml";
    private const string Csv = "text/csv";
    private static readonly string[] Offers = [Json, Html, Xml, Csv];

    [TestCase("text/csv", "text/csv", TestName = "The one that is named")]
    [TestCase("TEXT/Csv", "text/csv", TestName = "Names have no case")]
    [TestCase("*/*", "application/json", TestName = "A wildcard takes the first")]
    [TestCase("text/*", "text/html", TestName = "Half a wildcard takes the first of its type")]
    [TestCase("text/html;q=0.5, text/csv;q=0.8", "text/csv", TestName = "The higher quality wins")]
    [TestCase("text/html;q=0.5, text/csv", "text/csv", TestName = "No quality is the highest")]
    [TestCase("text/csv, text/html", "text/html", TestName = "Among equals our order counts")]
    [TestCase("text/html;q=0.001, image/png", "text/html", TestName = "A little quality is enough")]
    [TestCase(
        "application/json;q=0.1, */*;q=0.5",
        "text/html",
        TestName = "The exact range counts, though it is lower"
    )]
    [TestCase("text/*;q=0.9, text/html;q=0.1, */*;q=0.2", "text/csv", TestName = "So does the half wildcard")]
    [TestCase("*/*, application/json;q=0", "text/html", TestName = "Quality 0 takes one out of a wildcard")]
    [TestCase("text/*;q=0, */*", "application/json", TestName = "Quality 0 takes a type out of a wildcard")]
    [TestCase("text/html ; q=0.4 ,\ttext/csv; Q=0.6", "text/csv", TestName = "White space does not matter")]
    [TestCase(
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
        "text/html",
        TestName = "What a browser sends gives a page"
    )]
    [TestCase("application/json; indent=4", "application/json", TestName = "A parameter of JSON is no other type")]
    public void The_best_offer_is_chosen(string accept, string chosen) =>
        Assert.That(Choose(accept), Is.EqualTo(chosen));

    [TestCase("image/png")]
    [TestCase("image/*")]
    [TestCase("*/*;q=0")]
    [TestCase("text/*;q=0, application/*;q=0.0")]
    [TestCase("application/json;q=0")]
    [TestCase("application/jsonp, text/htm")]
    public void Nothing_is_chosen_when_nothing_is_acceptable(string accept) => Assert.That(Choose(accept), Is.Null);

    [TestCase("nonsense")]
    [TestCase(";;,,")]
    [TestCase("\u00E9/\u00E9")]
    public void Nothing_is_chosen_by_a_field_that_names_nothing_readable(string accept) =>
        Assert.That(Choose(accept), Is.Null);

    [Test]
    public void No_field_takes_anything_and_so_does_an_empty_one()
    {
        Assert.That(Accept.Choose(StringValues.Empty, Offers, o => o).Offer, Is.EqualTo(Json));
        Assert.That(Choose(""), Is.EqualTo(Json));
    }

    [Test]
    public void A_range_that_cannot_be_read_does_not_hide_those_that_can() =>
        Assert.That(Choose("nonsense, text/csv"), Is.EqualTo(Csv));

    [Test]
    public void Several_fields_are_one_list() =>
        Assert.That(
            Accept.Choose(new StringValues(["text/html;q=0.1", "text/csv;q=0.2"]), Offers, o => o).Offer,
            Is.EqualTo(Csv)
        );

    [Test]
    public void The_range_that_chose_comes_with_the_offer()
    {
        var (offer, range) = Accept.Choose("*/*;q=0.1, application/json; indent=4", Offers, o => o);

        Assert.That(offer, Is.EqualTo(Json));
        Assert.That(range!.Parameters.Single().ToString(), Is.EqualTo("indent=4"));
    }

    [Test]
    public void Among_distinct_qualities_the_highest_wins_in_whatever_order_they_stand() =>
        Gen.Shuffle(new[] { 900, 700, 300, 100 })
            .Select(Gen.Shuffle(new[] { 0, 1, 2, 3 }))
            .Sample(
                (qualities, order) =>
                {
                    var ranges = order.Select(i => $"{Offers[i]};q=0.{qualities[i]}");
                    return Choose(string.Join(", ", ranges)) == Offers[Array.IndexOf(qualities, 900)];
                }
            );

    [Test]
    public void No_field_whatever_makes_it_throw() =>
        Gen.OneOf("text/html", "*/*", ";q=", "0.5", "1.7", ",", " ", "\"", "=", "/", "q", "é", "\0", "*")
            .Array[0, 12]
            .Select(string.Concat)
            .Sample(accept => Assert.That(() => Choose(accept), Throws.Nothing));

    private static string? Choose(string accept) => Accept.Choose(accept, Offers, offer => offer).Offer;

    [TestCase("text/html;level=1;q=0.3, text/html;q=0.7, application/json;q=0.5", "text/html")]
    [TestCase("text/html;q=0.7, text/html;level=1;q=0.3, application/json;q=0.5", "text/html")]
    public void Of_ranges_that_differ_in_parameters_only_the_one_that_speaks_of_our_type_counts(
        string accept,
        string chosen
    ) =>
        Assert.That(
            Accept.Choose<string>(accept, ["application/json", "text/html", "text/csv"], o => o).Offer,
            Is.EqualTo(chosen)
        );
}
