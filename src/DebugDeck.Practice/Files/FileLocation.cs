namespace DebugDeck.Practice.Files;

/// <summary>Where a path leads: a directory, a name in it, and what is there.</summary>
/// <param name="Folder">The directory.</param>
/// <param name="Name">The last name; empty for a root and for <c>.</c> and <c>..</c>.</param>
/// <param name="Node">The entry; null if there is none.</param>
internal sealed record FileLocation(FolderNode Folder, string Name, Node? Node);
