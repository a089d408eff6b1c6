using System.Security.Cryptography;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary>A character device: <c>/dev/null</c> and its like.</summary>
internal sealed class DeviceNode : FileNode
{
    public DeviceNode(DeviceKind kind, int major, int minor)
        : base(new BytesContent(ReadOnlyMemory<byte>.Empty), 0b110_110_110)
    {
        (Kind, Major, Minor) = (kind, major, minor);
    }

    public DeviceKind Kind { get; }

    public int Major { get; }

    public int Minor { get; }

    public override char TypeLetter => 'c';

    public override int TypeBits => 0x2000;

    public override long Size => 0;

    public override Stream OpenRead(Process caller) => Kind switch
    {
        DeviceKind.Zero => new DeviceStream(fill: static buffer => buffer.Clear()),
        DeviceKind.Random => new DeviceStream(fill: static buffer => RandomNumberGenerator.Fill(buffer)),
        _ => Stream.Null,
    };

    public override Stream OpenWrite(Process caller, bool append, DateTimeOffset now) =>
        Kind == DeviceKind.Full ? throw new FileException(Errno.NoSpace, "") : Stream.Null;
}
