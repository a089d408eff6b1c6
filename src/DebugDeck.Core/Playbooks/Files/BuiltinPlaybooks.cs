using System.Text;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>The playbooks of <c>/playbooks</c>, which travel inside the program.</summary>
internal static class BuiltinPlaybooks
{
    private const string Prefix = "playbooks/";

    public static IEnumerable<PlaybookReading> Read() => typeof(BuiltinPlaybooks).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => PlaybookReader.Read(Text(name), "built in"));

    private static string Text(string name)
    {
        using var stream = typeof(BuiltinPlaybooks).Assembly.GetManifestResourceStream(name)!;
        return new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }
}
