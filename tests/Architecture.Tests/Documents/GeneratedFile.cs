using Architecture.Tests.Testing;

namespace Architecture.Tests.Documents;

/// <summary>A file of the tree that is made from the code. A test compares it; <c>eng/documents</c> writes it anew.</summary>
internal static class GeneratedFile
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("COUNTRIES_WRITE_DOCUMENTS") == "true";

    /// <summary>The file must hold this text to the letter.</summary>
    public static void MustBe(string file, string text)
    {
        var path = Path.Combine(Solution.Root, file);
        if (Writes)
            File.WriteAllText(path, text);
        var stands = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.That(stands, Is.EqualTo(text), $"{file} is out of date. Run eng/documents and look at what changed.");
    }
}
