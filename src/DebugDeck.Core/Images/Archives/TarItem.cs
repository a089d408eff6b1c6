using DebugDeck.Core.Files;

namespace DebugDeck.Core.Images.Archives;

/// <summary>An entry of a tar as it is written there. Names are as hostile as the rest.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">What it is; null for a hard link, and for kinds that no file system has.</param>
/// <param name="Size">Bytes of content that follow.</param>
/// <param name="DataOffset">Where they begin, in the tar.</param>
/// <param name="LinkName">Where a link or hard link points; empty otherwise.</param>
internal readonly record struct TarItem(
    string Name,
    FileKind? Kind,
    bool IsHardLink,
    long Size,
    long DataOffset,
    string LinkName,
    UnixFileMode Mode,
    DateTimeOffset ModifiedAt,
    int UserId,
    int GroupId);
