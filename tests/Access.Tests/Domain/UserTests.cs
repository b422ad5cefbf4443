using Access.Domain;
using CsCheck;
using Shared.Domain;
using Shared.Tests.Testing;

namespace Access.Tests.Domain;

/// <summary>What holds for a user whoever changes it.</summary>
[TestFixture]
internal sealed class UserTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly PasswordHash Hash = PasswordHash.Create("hash", standsAlone: true).Value;
    private static readonly PasswordHash ShortHash = PasswordHash.Create("hash", standsAlone: false).Value;

    [Test]
    public void A_superuser_is_staff()
    {
        var user = Make(Facts() with { IsSuperuser = true, IsStaff = false });

        Assert.That(user.MayEnter, Is.True);
    }

    [Test]
    public void Another_password_and_the_end_of_being_let_in_have_another_stamp_and_other_edits_have_not()
    {
        var user = Make(Facts());
        var first = user.Stamp;
        user.Edit(user.Facts with { Email = EmailAddress.Create("anna@example.com").Value });
        Assert.That(user.Stamp, Is.EqualTo(first));
        user.Edit(user.Facts with { IsActive = false });
        var second = user.Stamp;
        user.Edit(user.Facts with { IsActive = true });
        Assert.That(user.Stamp, Is.EqualTo(second).And.Not.EqualTo(first));
        user.Edit(user.Facts with { IsStaff = false });
        var third = user.Stamp;
        user.SetPassword(Hash, Now);

        Assert.That(new[] { first, second, third, user.Stamp }, Is.Unique);
    }

    [Test]
    public void Nothing_that_is_told_of_a_user_holds_a_secret()
    {
        var user = Make(Facts());
        user.SetPassword(PasswordHash.Create("the-hash", standsAlone: true).Value, Now);
        user.AddPasskey(Key("the-credential"));
        user.RemovePasskey("the-credential");
        user.Remove();

        var told = string.Join(
            '\n',
            user.DomainEvents.OfType<IMemberChanges>()
                .SelectMany(change => change.Changes)
                .SelectMany(change => new[] { change.Before, change.After })
                .Select(value => System.Text.Json.JsonSerializer.Serialize(value))
        );
        Assert.That(user.DomainEvents, Has.Count.EqualTo(5));
        Assert.That(told, Does.Not.Contain("the-").And.Not.Contain(user.Stamp));
        Assert.That(user.Password!.ToString(), Does.Not.Contain("the-hash"));
    }

    [Test]
    public void An_edit_that_changes_nothing_is_none()
    {
        var user = Make(Facts());
        var (version, events) = (user.Version, user.DomainEvents.Count);
        user.Edit(Facts());

        Assert.That((user.Version, user.DomainEvents.Count), Is.EqualTo((version, events)));
    }

    [Test]
    public void The_last_passkey_stays_while_the_password_is_too_short_to_stand_alone()
    {
        var user = Make(Facts());
        user.AddPasskey(Key("one"));
        Assert.That(user.RemovePasskey("one"), Is.EqualTo(UserErrors.LastPasskey), "there is no password");
        user.SetPassword(ShortHash, Now);
        Assert.That(user.RemovePasskey("one"), Is.EqualTo(UserErrors.LastPasskey));
        Assert.That(user.RemovePasskey("two"), Is.EqualTo(UserErrors.PasskeyNotFound));
        user.SetPassword(Hash, Now);

        Assert.That(user.RemovePasskey("one"), Is.Null);
        Assert.That(user.Passkeys, Is.Empty);
    }

    [Test]
    public void A_use_changes_the_passkey_that_was_used_and_no_other()
    {
        var user = Make(Facts());
        user.AddPasskey(Key("one"));
        user.AddPasskey(Key("two"));
        user.RecordUse(Key("two").Credential with { SignCount = 7 });

        Assert.That(user.Passkeys.Select(key => key.Credential.SignCount), Is.EqualTo(new uint[] { 0, 7 }));
        Assert.That(user.Passkeys.Select(key => key.Name), Is.EqualTo(new[] { "key one", "key two" }));
    }

    [Test]
    public void A_user_has_a_bounded_number_of_passkeys()
    {
        var user = Make(Facts());
        for (var i = 0; i < User.MaxPasskeys; i++)
            Assert.That(user.AddPasskey(Key($"key-{i}")), Is.Null);

        Assert.That(user.AddPasskey(Key("more")), Is.EqualTo(UserErrors.TooManyPasskeys));
    }

    [TestCase("anna", true)]
    [TestCase("Anna@example.com", true)]
    [TestCase("jürgen.o'neill", false)]
    [TestCase("Ærøskøbing_1", true)]
    [TestCase("李雷", true)]
    [TestCase("an na", false)]
    [TestCase("an\tna", false)]
    [TestCase("", false)]
    [TestCase("anna\u202e", false)]
    [TestCase("anna\u200b", false)]
    [TestCase("a/b", false)]
    public void A_name_has_letters_digits_and_a_few_signs(string text, bool accepted) =>
        Assert.That(UserName.Create(text).IsSuccess, Is.EqualTo(accepted));

    [Test]
    public void Whatever_is_a_name_is_the_same_name_again_and_has_a_key() =>
        Texts.Any.Sample(text =>
        {
            if (UserName.Create(text) is not { IsSuccess: true, Value: var name })
                return true;
            var again = UserName.Create(name.Value);
            return again.IsSuccess && again.Value == name && name.Key.Length > 0;
        });

    [TestCase("anna@example.com", true)]
    [TestCase("anna@localhost", true)]
    [TestCase("anna", false)]
    [TestCase("@example.com", false)]
    [TestCase("anna@", false)]
    [TestCase("a@b@c", false)]
    [TestCase("an na@example.com", false)]
    [TestCase("anna@.example.com", false)]
    public void An_address_has_one_at_sign_between_two_words(string text, bool accepted) =>
        Assert.That(EmailAddress.Create(text).IsSuccess, Is.EqualTo(accepted));

    [TestCase("countries:change", true)]
    [TestCase("api-keys:view", true)]
    [TestCase("countries:write", false)]
    [TestCase("countries:*", false)]
    [TestCase("Countries:add", false)]
    [TestCase("countries", false)]
    [TestCase("a:b:add", false)]
    [TestCase("", false)]
    public void A_permission_is_a_resource_and_one_of_four_actions(string text, bool accepted) =>
        Assert.That(Permission.Create(text).IsSuccess, Is.EqualTo(accepted));

    [TestCase("fourteen chars", false, "user.password.too_short")]
    [TestCase("fifteen chars..", false, null)]
    [TestCase("seven..", true, "user.password.too_short")]
    [TestCase("eight...", true, null)]
    [TestCase("🏝🏝🏝🏝🏝🏝🏝", true, "user.password.too_short")]
    [TestCase("🏝🏝🏝🏝🏝🏝🏝🏝", true, null)]
    [TestCase("", true, "user.password.required")]
    [TestCase(null, true, "user.password.required")]
    [TestCase("fifteen chars \0", false, "user.password.malformed")]
    public void What_counts_of_a_password_is_its_length(string? text, bool isBesidePasskey, string? code) =>
        Assert.That(
            Password.Create(text, isBesidePasskey).Failures.Select(failure => failure.Code).FirstOrDefault(),
            Is.EqualTo(code)
        );

    [Test]
    public void A_password_is_no_text_that_gets_into_a_log() =>
        Assert.That(Password.Typed("some seven quiet herons")!.ToString(), Is.EqualTo("Password"));

    private static UserFacts Facts() =>
        new(UserName.Create("anna").Value, null, IsActive: true, IsStaff: true, IsSuperuser: false, [], []);

    private static User Make(UserFacts facts) => User.Create(UserId.New(Now), facts, password: null, Now);

    private static Passkey Key(string id) =>
        Passkey
            .Create(
                $"key {id.Replace("the-", "", StringComparison.Ordinal)}",
                new PasskeyCredential(id, [1], 0, [], true, false, false),
                Now
            )
            .Value;
}
