using DebugDeck.Core.Files;

namespace DebugDeck.Docker.Files;

/// <summary>The engine writes file modes as Go's <c>os.FileMode</c>, whose high bits are not those of Unix.</summary>
internal static class GoFileMode
{
    private const uint Directory = 1u << 31;
    private const uint Link = 1u << 27;
    private const uint Device = 1u << 26;
    private const uint Pipe = 1u << 25;
    private const uint Socket = 1u << 24;
    private const uint SetUser = 1u << 23;
    private const uint SetGroup = 1u << 22;
    private const uint CharacterDevice = 1u << 21;
    private const uint Sticky = 1u << 20;

    public static FileKind Kind(uint mode) => mode switch
    {
        _ when Has(mode, Directory) => FileKind.Directory,
        _ when Has(mode, Link) => FileKind.Link,
        _ when Has(mode, Device) || Has(mode, CharacterDevice) => FileKind.Device,
        _ when Has(mode, Pipe) => FileKind.Pipe,
        _ when Has(mode, Socket) => FileKind.Socket,
        _ => FileKind.Regular,
    };

    public static UnixFileMode Permissions(uint mode) =>
        (UnixFileMode)(mode & 0x1FF)
        | (Has(mode, SetUser) ? UnixFileMode.SetUser : 0)
        | (Has(mode, SetGroup) ? UnixFileMode.SetGroup : 0)
        | (Has(mode, Sticky) ? UnixFileMode.StickyBit : 0);

    private static bool Has(uint mode, uint bit) => (mode & bit) != 0;
}
