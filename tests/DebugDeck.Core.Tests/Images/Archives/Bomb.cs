using System.IO.Compression;
using System.Text;

namespace DebugDeck.Core.Tests.Images.Archives;

/// <summary>A tar that says it holds gigabytes of zeros, and a gzip of it that is small.</summary>
internal static class Bomb
{
    /// <summary>The header alone.</summary>
    public static byte[] Header(string name, long size)
    {
        var header = new byte[512];
        Encoding.ASCII.GetBytes(name).CopyTo(header, 0);
        Encoding.ASCII.GetBytes("0000644\00000000\00000000\0").CopyTo(header, 100);
        Encoding.ASCII.GetBytes(Convert.ToString(size, 8).PadLeft(11, '0') + "\0" + "00000000000\0").CopyTo(header, 124);
        header[156] = (byte)'0';
        header.AsSpan(148, 8).Fill((byte)' ');
        var sum = header.Sum(one => one);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
        return header;
    }

    /// <summary>A gzip of some MB that unpacks to <paramref name="gigabytes"/>.</summary>
    public static byte[] Gzip(int gigabytes)
    {
        var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(Header("zeros", gigabytes * 1024L * 1024 * 1024));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < gigabytes * 1024; i++)
            {
                packer.Write(zeros);
            }
        }

        return packed.ToArray();
    }
}
