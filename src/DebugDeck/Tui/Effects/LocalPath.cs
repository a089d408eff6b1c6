namespace DebugDeck.Tui.Effects;

/// <summary>Paths of this machine as users type them.</summary>
internal static class LocalPath
{
    /// <summary>A leading <c>~/</c> is the home directory: there is no shell here that would have seen to that.</summary>
    public static string Expand(string path) => path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
        ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..]
        : path;
}
