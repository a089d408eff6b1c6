using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;

namespace DebugDeck.Core.Diagnosis.Dns.Wire;

/// <summary>DNS on the wire (RFC 1035): our questions, and answers read with care, since whoever answers may be hostile.</summary>
public static class DnsMessage
{
    private const int HeaderLength = 12;
    private const int LongestName = 255;
    private const int MostJumps = 32;
    private const int MostRecords = 200;
    private const ushort RecursionDesired = 0x0100;
    private const ushort Truncated = 0x0200;
    private const byte Internet = 1;
    private const byte Chaos = 3;

    /// <summary>A name that every server knows itself, in the class CHAOS (RFC 4892). Some tell, some refuse; one that is alive answers.</summary>
    public const string OwnName = "version.bind";

    /// <summary>A question with its length before it, as TCP wants it.</summary>
    /// <param name="id">Comes back in the answer.</param>
    /// <param name="name">Without a dot at its end; labels of 1 to 63 characters.</param>
    public static byte[] Question(ushort id, string name, DnsRecordType type)
    {
        using var message = new MemoryStream();
        Span<byte> header = stackalloc byte[HeaderLength + 2];
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], id);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], RecursionDesired);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], 1);
        message.Write(header);
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bytes = Encoding.UTF8.GetBytes(label);
            message.WriteByte((byte)bytes.Length);
            message.Write(bytes);
        }

        message.Write([0, 0, (byte)type, 0, type == DnsRecordType.Own ? Chaos : Internet]);
        var framed = message.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)(framed.Length - 2));
        return framed;
    }

    /// <summary>Reads an answer, without the length before it; null if it is none.</summary>
    public static DnsReply? Read(ReadOnlySpan<byte> message)
    {
        if (message.Length < HeaderLength || (message[2] & 0x80) == 0)
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt16BigEndian(message[2..]);
        var at = HeaderLength;
        for (var questions = BinaryPrimitives.ReadUInt16BigEndian(message[4..]); questions > 0; questions--)
        {
            if (ReadName(message, ref at) is null || (at += 4) > message.Length)
            {
                return null;
            }
        }

        var records = new List<DnsRecord>();
        var count = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(message[6..]), (ushort)MostRecords);
        for (var i = 0; i < count; i++)
        {
            if (ReadRecord(message, ref at) is not { } record)
            {
                return null;
            }

            records.Add(record);
        }

        return new DnsReply(BinaryPrimitives.ReadUInt16BigEndian(message), flags & 0x0f, (flags & Truncated) != 0, records);
    }

    private static DnsRecord? ReadRecord(ReadOnlySpan<byte> message, ref int at)
    {
        if (ReadName(message, ref at) is not { } name || at + 10 > message.Length)
        {
            return null;
        }

        var type = BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
        var ttl = BinaryPrimitives.ReadUInt32BigEndian(message[(at + 4)..]);
        var length = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 8)..]);
        at += 10;
        if (at + length > message.Length)
        {
            return null;
        }

        var data = message.Slice(at, length);
        var start = at;
        at += length;
        var value = ((DnsRecordType)type, length) switch
        {
            (DnsRecordType.A, 4) or (DnsRecordType.Aaaa, 16) => new IPAddress(data).ToString(),
            (DnsRecordType.Cname, _) => ReadName(message, ref start),
            _ => string.Create(CultureInfo.InvariantCulture, $"{length} bytes"),
        };
        return value is null ? null : new DnsRecord(name, type, ttl, value);
    }

    // Names may point to names before them; a loop of pointers is a trap.
    private static string? ReadName(ReadOnlySpan<byte> message, ref int at)
    {
        var name = new StringBuilder();
        var (position, jumps) = (at, 0);
        while (position < message.Length)
        {
            var length = message[position];
            if (length == 0)
            {
                at = jumps == 0 ? position + 1 : at;
                return name.ToString();
            }

            if (length >= 0xc0)
            {
                if (position + 1 >= message.Length || ++jumps > MostJumps)
                {
                    return null;
                }

                at = jumps == 1 ? position + 2 : at;
                position = ((length & 0x3f) << 8) | message[position + 1];
                continue;
            }

            if (length > 63 || position + 1 + length > message.Length || name.Length + length > LongestName)
            {
                return null;
            }

            name.Append(name.Length > 0 ? "." : "").Append(Encoding.Latin1.GetString(message.Slice(position + 1, length)));
            position += length + 1;
        }

        return null;
    }
}
