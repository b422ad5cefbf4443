using System.Xml;
using System.Xml.Linq;

namespace Countries.Api.Seed;

/// <summary>Reads an XML body: a root of any name with the members in it. A document type is refused before anything in it is expanded.</summary>
internal static class SeedXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static SeedRequest Read(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            var root = XElement.Load(reader);
            if (root.Elements("list-item").Any())
                return SeedRequest.NoMembers("Invalid data. Expected a dictionary, but got list.");
            return SeedRequest.Of(new SeedForm(FieldOf(root, "country_name"), FieldOf(root, "local_currency")));
        }
        catch (XmlException e)
        {
            // Without a line the reader does not know the place: of an empty document, an encoding or a document type.
            var place = e.LineNumber > 0 ? $"line {e.LineNumber}, column {e.LinePosition}: " : "";
            return SeedRequest.Malformed("XML", $"{place}not well-formed, or with a document type");
        }
    }

    private static SeedField FieldOf(XElement root, string name) =>
        root.Elements(name).LastOrDefault() switch
        {
            null => SeedField.Missing,
            { HasElements: true } => SeedField.NotAString,
            var element => SeedField.Of(element.Value),
        };
}
