using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace DebugDeck.Practice.Network.Dns;

/// <summary>DNS on the wire (RFC 1035), as far as a server of the practice world needs it.</summary>
internal static class DnsMessage
{
    private const int HeaderLength = 12;
    private const int Internet = 1;

    /// <summary>The first question of a query; null if the bytes are none.</summary>
    public static (ushort Id, string Name, DnsType Type)? ReadQuestion(ReadOnlySpan<byte> query)
    {
        if (query.Length < HeaderLength + 5)
        {
            return null;
        }

        var name = new StringBuilder();
        var at = HeaderLength;
        while (at < query.Length && query[at] > 0)
        {
            var length = query[at];
            if (length > 63 || at + 1 + length > query.Length)
            {
                return null;
            }

            name.Append(name.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(query.Slice(at + 1, length)));
            at += length + 1;
        }

        return at + 5 > query.Length ? null
            : (BinaryPrimitives.ReadUInt16BigEndian(query), name.ToString(), (DnsType)BinaryPrimitives.ReadUInt16BigEndian(query[(at + 1)..]));
    }

    public static byte[] WriteReply(ushort id, string name, DnsType type, DnsReply reply)
    {
        using var message = new MemoryStream();
        Write(message, id);
        Write(message, (ushort)(0x8580 | reply.Rcode)); // an answer, authoritative, recursion wanted and available
        Write(message, 1);
        Write(message, (ushort)reply.Answers.Count);
        Write(message, 0);
        Write(message, 0);
        WriteName(message, name);
        Write(message, (ushort)type);
        Write(message, Internet);
        foreach (var record in reply.Answers)
        {
            WriteName(message, record.Name);
            Write(message, (ushort)record.Type);
            Write(message, Internet);
            Write(message, 0);
            Write(message, (ushort)record.Ttl);
            var data = Data(record);
            Write(message, (ushort)data.Length);
            message.Write(data);
        }

        return message.ToArray();
    }

    private static byte[] Data(DnsRecord record)
    {
        if (record.Type is DnsType.A or DnsType.Aaaa)
        {
            return IPAddress.Parse(record.Value).GetAddressBytes();
        }

        if (record.Type == DnsType.Txt)
        {
            var text = Encoding.UTF8.GetBytes(record.Value);
            return [(byte)text.Length, .. text];
        }

        using var name = new MemoryStream();
        WriteName(name, record.Value);
        return name.ToArray();
    }

    private static void WriteName(Stream message, string name)
    {
        foreach (var label in name.TrimEnd('.').Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            message.WriteByte((byte)label.Length);
            message.Write(Encoding.ASCII.GetBytes(label));
        }

        message.WriteByte(0);
    }

    private static void Write(Stream message, ushort number)
    {
        message.WriteByte((byte)(number >> 8));
        message.WriteByte((byte)number);
    }
}
