using Access.Domain;
using CsCheck;
using Shared.Tests.Testing;

namespace Access.Tests.Domain;

/// <summary>What a key looks like, and that nothing else passes for one.</summary>
[TestFixture]
internal sealed class KeyTokenTests
{
    private static readonly Gen<KeyToken> Token = Gen.Int.Select(_ => KeyToken.New(ApiKeyId.New()));

    [Test]
    public void Every_key_that_is_made_is_read_back_as_itself() =>
        Token.Sample(token =>
        {
            var read = KeyToken.Parse(token.Reveal()).Value;
            return read.Id == token.Id && read.Hash.Matches(token.Hash) && read.Reveal() == token.Reveal();
        });

    [Test]
    public void A_key_is_one_word_with_a_prefix_that_scanners_find() =>
        Token.Sample(token =>
            Assert.That(
                token.Reveal(),
                Does.Match("^ctr_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$").And.Length.EqualTo(KeyToken.Length)
            )
        );

    [Test]
    public void A_key_with_one_other_character_is_refused() =>
        Gen.Select(Token, Gen.Int[0, KeyToken.Length - 1], Gen.Char.AlphaNumeric)
            .Where((token, at, other) => token.Reveal()[at] != other)
            .Sample((token, at, other) => !Reads(token.Reveal()[..at] + other + token.Reveal()[(at + 1)..]));

    [Test]
    public void A_key_with_two_neighbours_swapped_is_refused() =>
        Gen.Select(Token, Gen.Int[0, KeyToken.Length - 2])
            .Where((token, at) => token.Reveal()[at] != token.Reveal()[at + 1])
            .Sample(
                (token, at) =>
                {
                    var text = token.Reveal();
                    return !Reads(text[..at] + text[at + 1] + text[at] + text[(at + 2)..]);
                }
            );

    [Test]
    public void A_key_that_is_cut_off_or_has_more_is_refused() =>
        Gen.Select(Token, Gen.Int[0, KeyToken.Length - 1])
            .Sample((token, length) => !Reads(token.Reveal()[..length]) && !Reads(token.Reveal() + "a"));

    [Test]
    public void What_somebody_else_sends_is_refused_with_a_code() =>
        Texts.Any.Sample(text => KeyToken.Parse(text).Failures is [{ Code: "api_key.token.malformed" }]);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("ctr_")]
    public void No_key_is_no_key(string? text) => Assert.That(Reads(text), Is.False);

    // Held fast, since keys that are in use must be read by every later version.
    [TestCase("ctr_0123456789AB_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg", ExpectedResult = true)]
    public bool The_checksum_is_the_CRC_32_of_the_rest_in_base_62(string body) => Reads(body + Checksum(body));

    [Test]
    public void The_checksum_of_a_known_text_is_the_known_one() =>
        // CRC-32 of "123456789" is CBF43926, the check value of every catalogue of CRCs.
        Assert.That(Base62.Write(0xCBF4_3926, 6), Is.EqualTo(Checksum("123456789")));

    [Test]
    public void Two_keys_are_never_the_same() =>
        Assert.That(Enumerable.Range(0, 1000).Select(_ => KeyToken.New(ApiKeyId.New()).Reveal()), Is.Unique);

    [Test]
    public void Neither_a_key_nor_its_hash_gets_into_a_message() =>
        Token.Sample(token =>
            Assert.That(
                $"{token} {token.Hash}",
                Does.Not.Contain(token.Reveal()[17..60]).And.Not.Contain(token.Hash.Value)
            )
        );

    private static bool Reads(string? text) => KeyToken.Parse(text).IsSuccess;

    /// <summary>Written a second time, the slow way, to compare with.</summary>
    private static string Checksum(string body)
    {
        const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        uint crc = 0xFFFFFFFF;
        foreach (var octet in System.Text.Encoding.ASCII.GetBytes(body))
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var differs = ((crc ^ (uint)(octet >> bit)) & 1) == 1;
                crc >>= 1;
                if (differs)
                    crc ^= 0xEDB88320;
            }
        }
        crc = ~crc;
        var text = "";
        for (var i = 0; i < 6; i++, crc /= 62)
            text = Digits[(int)(crc % 62)] + text;
        return text;
    }
}
