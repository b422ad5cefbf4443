using Microsoft.Extensions.Configuration;
using Shared.Application;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Shared.Tests.Application;

/// <summary>A setting that makes no sense is named by its key.</summary>
[TestFixture]
internal sealed class SettingsTests
{
    [Test]
    public void What_is_not_set_has_its_default() => Assert.That(Read(), Is.EqualTo(new Boxes()));

    [TestCase("Boxes:Most", "7", 7, 2)]
    [TestCase("Boxes:Size:Width", "3", 1, 3)]
    public void A_setting_takes_the_place_of_its_default(string key, string value, int most, int width)
    {
        var boxes = Read((key, value));

        Assert.That((boxes.Most, boxes.Size.Width), Is.EqualTo((most, width)));
    }

    [TestCase("Boxes:Most", "0", "Boxes:Most must be between 1 and 9")]
    [TestCase("Boxes:Size:Width", "-1", "Boxes:Size:Width must be between 0 and 5")]
    [TestCase("Boxes:Size:Open", "-00:00:01", "Boxes:Size:Open must be between 00:00:00 and 00:01:00")]
    [TestCase("Boxes:Most", "many", "'Boxes:Most'")]
    [TestCase("Boxes:Size:Open", "ever", "'Boxes:Size:Open'")]
    public void What_makes_no_sense_is_named(string key, string value, string sentence) =>
        Assert.That(
            () => Read((key, value)),
            Throws.InstanceOf<InvalidSettingException>().With.Message.Contains(sentence)
        );

    private static Boxes Read(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
            .Build();
        return Settings.Read("Boxes", configuration.GetSection("Boxes").Get<Boxes>);
    }

    private sealed record Boxes
    {
        [Range(1, 9)]
        public int Most { get; init; } = 1;

        public BoxSize Size { get; init; } = new();
    }

    private sealed record BoxSize
    {
        [Range(0, 5)]
        public int Width { get; init; } = 2;

        [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
        public TimeSpan Open { get; init; }
    }
}
