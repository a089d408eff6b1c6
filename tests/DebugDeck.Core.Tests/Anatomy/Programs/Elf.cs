using System.Buffers.Binary;
using System.Text;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

/// <summary>Small ELF files made by hand, for what no compiler at hand writes.</summary>
internal static class Elf
{
    private const int HeaderLength = 64;
    private const int SectionLength = 64;

    /// <summary>A static program for amd64 with these sections and nothing to run.</summary>
    public static byte[] Static(params (string Name, byte[] Content)[] sections)
    {
        var names = new MemoryStream();
        names.WriteByte(0);
        var body = new MemoryStream();
        var table = new MemoryStream();
        table.Write(new byte[SectionLength]);
        foreach (var (name, content) in sections)
        {
            Section(table, (uint)names.Length, 1, HeaderLength + body.Length, content.Length);
            names.Write(Encoding.ASCII.GetBytes(name + "\0"));
            body.Write(content);
        }

        Section(table, (uint)names.Length, 3, HeaderLength + body.Length, names.Length + 10);
        names.Write(".shstrtab\0"u8);
        body.Write(names.ToArray());
        var header = new byte[HeaderLength];
        ((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]).CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(16), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(18), 62);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(40), HeaderLength + body.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(54), 56);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(58), SectionLength);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(60), (ushort)(sections.Length + 2));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(62), (ushort)(sections.Length + 1));
        return [.. header, .. body.ToArray(), .. table.ToArray()];
    }

    private static void Section(MemoryStream table, uint name, uint type, long offset, long size)
    {
        var entry = new byte[SectionLength];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, name);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(4), type);
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(24), offset);
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(32), size);
        table.Write(entry);
    }
}
