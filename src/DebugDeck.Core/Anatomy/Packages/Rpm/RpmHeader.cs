using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace DebugDeck.Core.Anatomy.Packages.Rpm;

/// <summary>rpm's header of a package: an index of tags, and the data that they point into. Numbers are big endian.</summary>
internal static class RpmHeader
{
    private const int IndexEntry = 16;
    private const int MostTags = 4096;
    private const int MostText = 256;

    /// <summary>Name, and version as rpm shows it (<c>1:3.0.7-27.el9</c>); null if it is no header.</summary>
    public static (string Name, string Version)? Parse(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 8)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(blob);
        if (count is 0 or > MostTags || 8 + (count * IndexEntry) > blob.Length)
        {
            return null;
        }

        var data = blob[(8 + ((int)count * IndexEntry))..];
        string? name = null, version = null, release = null;
        uint epoch = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = blob[(8 + (i * IndexEntry))..];
            var offset = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            if (offset >= data.Length)
            {
                continue;
            }

            var value = data[(int)offset..];
            switch (BinaryPrimitives.ReadUInt32BigEndian(entry))
            {
                case 1000:
                    name = Text(value);
                    break;
                case 1001:
                    version = Text(value);
                    break;
                case 1002:
                    release = Text(value);
                    break;
                case 1003 when value.Length >= 4:
                    epoch = BinaryPrimitives.ReadUInt32BigEndian(value);
                    break;
            }
        }

        return name is { Length: > 0 } && version is { Length: > 0 }
            ? (name, (epoch > 0 ? epoch.ToString(CultureInfo.InvariantCulture) + ":" : "") + version + (release is { Length: > 0 } ? "-" + release : ""))
            : null;
    }

    private static string? Text(ReadOnlySpan<byte> value)
    {
        var end = value.IndexOf((byte)0);
        return end is > 0 and <= MostText ? Encoding.UTF8.GetString(value[..end]) : null;
    }
}
