using System.Text;
using System.Xml;

namespace Shared.Api.Http;

/// <summary>The few rules by which XML is written.</summary>
internal static class XmlRules
{
    /// <summary>The element that stands for an item of a list.</summary>
    public const string ListItem = "item";

    /// <summary>UTF-8 without a mark at the start.</summary>
    public static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // A carriage return must come back as one, not as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Characters that XML has no place for are replaced; an answer may repeat what the client sent.</summary>
    public static string Clean(string text)
    {
        char[]? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else
                (clean ??= text.ToCharArray())[i] = '\uFFFD';
        }
        return clean is null ? text : new string(clean);
    }
}
