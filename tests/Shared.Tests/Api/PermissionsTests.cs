using System.Security.Claims;
using Shared.Api.Access;

namespace Shared.Tests.Api;

[TestFixture]
internal sealed class PermissionsTests
{
    [TestCase("gadgets:view", "gadgets:view", true)]
    [TestCase("gadgets:write", "gadgets:add", true)]
    [TestCase("gadgets:write", "gadgets:change", true)]
    [TestCase("gadgets:write", "gadgets:delete", true)]
    [TestCase("gadgets:write", "gadgets:view", false)]
    [TestCase("gadgets:change", "gadgets:delete", false)]
    [TestCase("gadgets:change", "gadgets:write", false)]
    [TestCase("gadgets:write", "widgets:add", false)]
    public void A_permission_opens_what_it_names_and_write_stands_for_add_change_and_delete(
        string held,
        string asked,
        bool may
    ) => Assert.That(CallerWith(new Claim(Permissions.Claim, held)).May(asked), Is.EqualTo(may));

    [Test]
    public void Whoever_may_do_everything_may_do_what_is_not_written_down() =>
        Assert.That(CallerWith(new Claim(Permissions.EverythingClaim, "")).May("gadgets:delete"));

    [Test]
    public void Whoever_holds_nothing_may_do_nothing() => Assert.That(CallerWith().May("gadgets:view"), Is.False);

    private static ClaimsPrincipal CallerWith(params Claim[] claims) => new(new ClaimsIdentity(claims, "planted"));
}
