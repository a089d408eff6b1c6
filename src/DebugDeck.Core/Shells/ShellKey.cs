namespace DebugDeck.Core.Shells;

/// <summary>What a verdict about a shell holds for: an image never changes, and a container of it whose folders are unchanged has the image's shells.</summary>
/// <param name="ImageId">The image's digest or id.</param>
/// <param name="Folders">The <see cref="ShellFolders.Fingerprint"/> that was found; empty for the image itself.</param>
public sealed record ShellKey(string ImageId, string Folders);
