using System.Buffers.Binary;

namespace DebugDeck.Practice.Streams.Spdy;

/// <summary>Deflate without compression (RFC 1951, 3.2.4).</summary>
internal static class StoredBlock
{
    /// <summary>One block that is not the last.</summary>
    public static byte[] Of(ReadOnlySpan<byte> data)
    {
        var block = new byte[5 + data.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(1), (ushort)data.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(3), (ushort)~data.Length);
        data.CopyTo(block.AsSpan(5));
        return block;
    }
}
