namespace DebugDeck.Core.Files;

/// <summary><see cref="IContainerFiles.StatAsync"/> as a function: what is at the path, the last part not followed; null if nothing is.</summary>
public delegate Task<FileEntry?> StatPath(string path, CancellationToken cancellationToken);
