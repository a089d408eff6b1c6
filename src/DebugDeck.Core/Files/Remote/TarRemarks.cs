namespace DebugDeck.Core.Files.Remote;

/// <summary>What a <c>tar</c> complains about on its standard error.</summary>
internal static class TarRemarks
{
    private const int Most = 200;

    // They say that something was said before.
    private static readonly string[] Empty = ["error exit delayed from previous errors", "Exiting with failure status due to previous errors"];

    public static IReadOnlyList<string> Of(string error)
    {
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.StartsWith("tar: ", StringComparison.Ordinal) ? line["tar: ".Length..] : line)
            .Where(line => !Empty.Any(empty => line.StartsWith(empty, StringComparison.Ordinal)))
            .ToList();
        return lines.Count <= Most ? lines : [.. lines.Take(Most), $"and {lines.Count - Most} more"];
    }
}
