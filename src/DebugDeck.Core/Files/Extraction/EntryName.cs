using System.Buffers;

namespace DebugDeck.Core.Files.Extraction;

/// <summary>The name of an archive's entry, as a path below the destination.</summary>
internal static class EntryName
{
    private static readonly SearchValues<char> SpecialOnWindows = SearchValues.Create("\\:*?\"<>|");

    private static readonly HashSet<string> WindowsDevices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul",
        "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>
    /// The name without its first part <paramref name="top"/> (kept if <paramref name="top"/> is empty), parts joined for this machine; empty for the top itself.
    /// Null for a name that could lead anywhere else than below the destination.
    /// </summary>
    public static string? Below(string name, string top) => Below(name, top, OperatingSystem.IsWindows());

    internal static string? Below(string name, string top, bool forWindows)
    {
        if (name.StartsWith('/') || name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var part in name.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == ".." || (forWindows && !IsPlainOnWindows(part)))
            {
                return null;
            }

            parts.Add(part);
        }

        if (top.Length > 0)
        {
            if (parts.Count == 0 || parts[0] != top)
            {
                return null;
            }

            parts.RemoveAt(0);
        }

        return string.Join(forWindows ? '\\' : '/', parts);
    }

    // There, a colon opens a stream or a drive, some names are devices in every folder, and trailing dots and spaces vanish.
    private static bool IsPlainOnWindows(string part) =>
        part.AsSpan().IndexOfAny(SpecialOnWindows) < 0 && !part.EndsWith('.') && !part.EndsWith(' ') && !WindowsDevices.Contains(part.Split('.')[0]);
}
