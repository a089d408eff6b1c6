namespace DebugDeck.Core.TimeZones;

/// <summary>A compiled time zone (TZif, RFC 9636), versions 1 to 4.</summary>
/// <param name="Version">1 to 4.</param>
/// <param name="Rules">What it says.</param>
/// <param name="Footer">The rule after the last change, as written; empty where there is none.</param>
public sealed record TzifFile(int Version, ZoneRules Rules, string Footer)
{
    /// <summary>Reads a file.</summary>
    /// <param name="data">Its content; hostile.</param>
    /// <param name="problem">Why it is no zone, in words; empty if it is one.</param>
    /// <returns>Null if it is no valid file.</returns>
    public static TzifFile? Read(ReadOnlySpan<byte> data, out string problem)
    {
        var reader = new TzifReader(data);
        var file = reader.Read();
        problem = reader.Problem;
        return file;
    }
}
