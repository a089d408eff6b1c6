using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace DebugDeck.Terminal;

/// <summary>The Windows console calls.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Kernel32
{
    public const int StandardInput = -10;
    public const int StandardOutput = -11;
    public const int StandardError = -12;
    public const uint ProcessedOutput = 0x1;
    public const uint VirtualTerminalOutput = 0x4;
    public const uint NoAutomaticReturn = 0x8;
    public const uint VirtualTerminalInput = 0x200;
    public const uint Utf8 = 65001;

    [StructLayout(LayoutKind.Sequential)]
    public struct ScreenBufferInfo
    {
        public short Width, Height, CursorX, CursorY;
        public ushort Attributes;
        public short Left, Top, Right, Bottom;
        public short MaximumWidth, MaximumHeight;
    }

    [LibraryImport("kernel32")]
    public static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetConsoleMode(nint handle, uint mode);

    [LibraryImport("kernel32")]
    public static partial uint GetConsoleOutputCP();

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetConsoleOutputCP(uint codePage);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetConsoleScreenBufferInfo(nint handle, out ScreenBufferInfo info);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool ReadConsoleW(nint handle, char* buffer, uint count, out uint read, nint control);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool ReadFile(nint handle, byte* buffer, uint count, out uint read, nint overlapped);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool WriteFile(nint handle, byte* buffer, uint count, out uint written, nint overlapped);

    [LibraryImport("kernel32")]
    public static partial uint WaitForSingleObject(nint handle, uint milliseconds);
}
