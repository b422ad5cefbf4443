using Gadgets.Domain;

namespace Gadgets.Tests.Domain;

[TestFixture]
internal sealed class GadgetTests
{
    [Test]
    public void A_gadget_that_is_added_keeps_its_name_and_says_that_it_was_added()
    {
        var now = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var id = GadgetId.New(now);
        var name = GadgetName.Create(" First ").Value;

        var gadget = Gadget.Add(id, name, now);

        Assert.That(gadget.Name.Value, Is.EqualTo("First"));
        Assert.That(gadget.DomainEvents, Is.EqualTo(new[] { new GadgetAdded(id, name) }));
    }
}
