using System.Text;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary>A file of <c>/proc</c>: made anew each time it is opened, and its length is never known before.</summary>
/// <param name="text">The content.</param>
/// <param name="mode">Permission bits.</param>
/// <param name="guarded">The process that the caller must be allowed to trace; null if anybody may read.</param>
internal sealed class ProcFile(Func<string> text, int mode = 0b100_100_100, Process? guarded = null)
    : FileNode(new BytesContent(ReadOnlyMemory<byte>.Empty), mode)
{
    public override long Size => 0;

    public override Stream OpenRead(Process caller) =>
        guarded is null || PtraceAccess.MayRead(caller, guarded)
            ? new MemoryStream(Encoding.UTF8.GetBytes(text()), writable: false)
            : throw new FileException(Errno.AccessDenied, "");

    public override Stream OpenWrite(Process caller, bool append, DateTimeOffset now) => throw new FileException(Errno.AccessDenied, "");
}
