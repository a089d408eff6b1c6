namespace DebugDeck.Tui.Pictures;

/// <summary>A key at the foot of the screen.</summary>
/// <param name="Key">The key as shown.</param>
/// <param name="Title">What it does, in a word.</param>
/// <param name="IsAvailable">It can be used now.</param>
internal readonly record struct FootItem(string Key, string Title, bool IsAvailable)
{
    /// <summary>Columns it takes, the gap after it included.</summary>
    public int Width => Key.Length + 1 + Title.Length + 2;
}
