using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Api.Tests.Testing;

/// <summary>An authenticator of WebAuthn as a device has it: a key pair on P-256 that answers what a browser hands on.</summary>
/// <param name="origin">The origin of the page, as the browser reports it.</param>
/// <param name="knowsOwner">Whether it asks for a finger or a PIN.</param>
internal sealed class SoftPasskey(string origin, bool knowsOwner = true) : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string userHandle = "";
    private uint uses;

    /// <summary>Makes the key pair for an account.</summary>
    /// <param name="options">What the page asks for, as JSON.</param>
    /// <returns>What the browser gives the page, as JSON.</returns>
    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        userHandle = (string)asked["user"]!["id"]!;
        var data = AuthenticatorData((string)asked["rp"]!["id"]!, HasCredential);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        byte[] authData =
        [
            .. data,
            .. new byte[16],
            0,
            (byte)id.Length,
            .. id,
            // A COSE key: EC2, ES256, P-256, x, y.
            .. (byte[])[0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20],
            .. point.X!,
            .. (byte[])[0x22, 0x58, 0x20],
            .. point.Y!,
        ];
        byte[] attestation =
        [
            0xA3,
            .. Cbor("fmt"),
            .. Cbor("none"),
            .. Cbor("attStmt"),
            0xA0,
            .. Cbor("authData"),
            0x58,
            (byte)authData.Length,
            .. authData,
        ];
        return Answer(
            new()
            {
                ["clientDataJSON"] = Encode(ClientData("webauthn.create", asked)),
                ["attestationObject"] = Encode(attestation),
                ["transports"] = new JsonArray("internal"),
            }
        );
    }

    /// <summary>Shows that it has the key.</summary>
    /// <param name="options">What the page asks for, as JSON.</param>
    /// <returns>What the browser gives the page, as JSON.</returns>
    public string Get(string options)
    {
        var asked = JsonNode.Parse(options)!;
        uses++;
        var data = AuthenticatorData((string)asked["rpId"]!, 0);
        var client = ClientData("webauthn.get", asked);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        return Answer(
            new()
            {
                ["clientDataJSON"] = Encode(client),
                ["authenticatorData"] = Encode(data),
                ["signature"] = Encode(
                    key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                ),
                ["userHandle"] = userHandle,
            }
        );
    }

    /// <summary>Forgets its last uses, as a copy of the device does that was made before.</summary>
    public void GoBack() => uses = 0;

    public void Dispose() => key.Dispose();

    private string Answer(JsonObject response) =>
        JsonSerializer.Serialize(
            new JsonObject
            {
                ["id"] = Encode(id),
                ["rawId"] = Encode(id),
                ["type"] = "public-key",
                ["clientExtensionResults"] = new JsonObject(),
                ["response"] = response,
            }
        );

    private byte[] ClientData(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["type"] = type,
                ["challenge"] = (string)asked["challenge"]!,
                ["origin"] = origin,
                ["crossOrigin"] = false,
            }
        );

    private byte[] AuthenticatorData(string host, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, uses);
        var seen = (byte)(UserPresent | (knowsOwner ? UserVerified : 0) | flags);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), seen, .. count];
    }

    private static byte[] Cbor(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
