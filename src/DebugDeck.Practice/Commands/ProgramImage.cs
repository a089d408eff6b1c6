using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary>
/// The bytes of an executable: an ELF header that tools recognize, its interpreter, and the name of the program.
/// The name is in the bytes, so a copy of a program is a program, wherever it is copied to.
/// </summary>
internal static class ProgramImage
{
    public const string Busybox = "busybox";
    private const int Length = 4096;
    private const int HeaderLength = 64;
    private const int SegmentLength = 56;
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("practice program:");
    private static readonly ConcurrentDictionary<(string, string?, string), ReadOnlyMemory<byte>> Made = [];

    /// <param name="program">The name in the list of commands.</param>
    /// <param name="interpreter">The dynamic loader, which tells the C library; null for a static program.</param>
    /// <param name="marks">Texts in the binary, such as those that show it was built by Go.</param>
    public static IFileContent Of(string program, string? interpreter = null, string marks = "") =>
        new BytesContent(Made.GetOrAdd((program, interpreter, marks), Make));

    /// <summary>The program that a file holds; null if it holds none.</summary>
    public static string? NameOf(FileNode file)
    {
        if (file.Size is < HeaderLength or > Length)
        {
            return null;
        }

        using var copy = new MemoryStream();
        using (var content = file.Content.Open())
        {
            content.CopyTo(copy);
        }

        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (bytes.StartsWith("#!"u8))
        {
            return Busybox;
        }

        var at = bytes.IndexOf(Mark);
        if (at < 0 || !bytes.StartsWith("\u007fELF"u8))
        {
            return null;
        }

        var name = bytes[(at + Mark.Length)..];
        return Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]);
    }

    private static ReadOnlyMemory<byte> Make((string Program, string? Interpreter, string Marks) wanted)
    {
        var bytes = new byte[Length];
        "\u007fELF"u8.CopyTo(bytes);
        bytes[4] = 2; // 64 bits
        bytes[5] = 1; // little endian
        bytes[6] = 1; // ELF version
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(16), 2); // an executable
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(18), 62); // x86-64
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(32), HeaderLength); // where the segments are described
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(52), HeaderLength);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(54), SegmentLength);
        var at = HeaderLength + SegmentLength;
        if (wanted.Interpreter is { } interpreter)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(56), 1);
            var segment = bytes.AsSpan(HeaderLength);
            BinaryPrimitives.WriteUInt32LittleEndian(segment, 3); // PT_INTERP
            BinaryPrimitives.WriteUInt64LittleEndian(segment[8..], (ulong)at);
            BinaryPrimitives.WriteUInt64LittleEndian(segment[32..], (ulong)interpreter.Length + 1);
            BinaryPrimitives.WriteUInt64LittleEndian(segment[40..], (ulong)interpreter.Length + 1);
            at += Encoding.ASCII.GetBytes(interpreter, bytes.AsSpan(at)) + 1;
        }

        Mark.CopyTo(bytes, at);
        at += Mark.Length;
        at += Encoding.ASCII.GetBytes(wanted.Program, bytes.AsSpan(at)) + 1;
        Encoding.Latin1.GetBytes(wanted.Marks, bytes.AsSpan(at));
        return bytes;
    }
}
