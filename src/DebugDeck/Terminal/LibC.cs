using System.Runtime.InteropServices;

namespace DebugDeck.Terminal;

/// <summary>
/// The C library's terminal calls. <c>termios</c> stays an opaque block for <c>cfmakeraw</c> (60 bytes on Linux, 72 on macOS),
/// so that glibc, musl and macOS need no structure each.
/// </summary>
internal static unsafe partial class LibC
{
    public const int TermiosSize = 256;
    public const int ApplyNow = 0;
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const int Interrupted = 4;

    /// <summary>EAGAIN: 11 on Linux, 35 on macOS.</summary>
    public static int TryAgain { get; } = OperatingSystem.IsMacOS() ? 35 : 11;

    private static nuint GetWindowSize { get; } = OperatingSystem.IsMacOS() ? 0x40087468u : 0x5413u;

    [StructLayout(LayoutKind.Sequential)]
    public struct PollFd
    {
        public int Fd;
        public short Events;
        public short Returned;
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    public static partial int GetAttributes(int fd, byte* termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    public static partial int SetAttributes(int fd, int when, byte* termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(byte* termios);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollFd* fds, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int fd, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int fd, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    public static partial int Pipe(int* fds);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int fd);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int IoControl(int fd, nuint request, ushort* argument);

    /// <summary>Columns and rows; false if <paramref name="fd"/> is no terminal or does not know its size.</summary>
    public static bool TryGetSize(int fd, out int columns, out int rows)
    {
        var size = stackalloc ushort[4];
        var known = IoControl(fd, GetWindowSize, size) == 0 && size[0] > 0 && size[1] > 0;
        (columns, rows) = known ? (size[1], size[0]) : (0, 0);
        return known;
    }

    public static bool IsTerminal(int fd)
    {
        var termios = stackalloc byte[TermiosSize];
        return GetAttributes(fd, termios) == 0;
    }
}
