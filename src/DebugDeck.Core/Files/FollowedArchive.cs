namespace DebugDeck.Core.Files;

/// <summary>A file or folder, and its archive while it is being sent.</summary>
/// <param name="Source">What it is, with the path that the links led to.</param>
/// <param name="Tar">A tar of it, as <see cref="IContainerFiles.ArchiveAsync"/> gives; owned.</param>
public sealed record FollowedArchive(FileEntry Source, Stream Tar) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Tar.DisposeAsync();
}
