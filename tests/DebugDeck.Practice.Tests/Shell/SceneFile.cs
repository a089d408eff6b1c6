namespace DebugDeck.Practice.Tests.Shell;

/// <summary>A file that both shells find.</summary>
internal sealed record SceneFile(string Path, string Content = "", int Mode = 0b110_100_100, string? Link = null);
