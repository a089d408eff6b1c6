using System.Buffers.Binary;
using System.Text;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>What the unencrypted beginning of a server's side of a connection says (RFC 5246, RFC 8446).</summary>
internal sealed record ServerFlight
{
    private const byte Alert = 21;
    private const byte Handshake = 22;

    /// <summary>The first bytes are a TLS record.</summary>
    public bool IsTls { get; private init; }

    /// <summary>The number of the alert that was sent in the clear.</summary>
    public byte? AlertNumber { get; private init; }

    public bool HasHello { get; private init; }

    /// <summary>The certificates, which before TLS 1.3 are sent in the clear.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chain { get; private init; } = [];

    public bool AsksForClientCertificate { get; private init; }

    /// <summary>The first line of something that is no TLS.</summary>
    public string? Text { get; private init; }

    public static ServerFlight Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 3 || bytes.Span[0] is not (Alert or Handshake) || bytes.Span[1] != 3)
        {
            return new ServerFlight { Text = bytes.IsEmpty ? null : FirstLine(bytes.Span) };
        }

        var flight = new ServerFlight { IsTls = true };
        var messages = new MemoryStream();
        while (bytes.Length >= 5 && bytes.Span[0] is Alert or Handshake && bytes.Length >= 5)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[3..]);
            var record = bytes.Slice(5, Math.Min(length, bytes.Length - 5));
            if (bytes.Span[0] == Alert)
            {
                flight = record.Length == 2 ? flight with { AlertNumber = record.Span[1] } : flight;
                break;
            }

            messages.Write(record.Span);
            bytes = bytes[(5 + record.Length)..];
        }

        return flight.WithMessages(messages.ToArray());
    }

    private ServerFlight WithMessages(ReadOnlyMemory<byte> messages)
    {
        var flight = this;
        while (messages.Length >= 4)
        {
            var length = Number24(messages.Span[1..]);
            if (length > messages.Length - 4)
            {
                break;
            }

            var body = messages.Slice(4, length);
            flight = messages.Span[0] switch
            {
                2 => flight with { HasHello = true },
                11 => flight with { Chain = Certificates(body) },
                13 => flight with { AsksForClientCertificate = true },
                _ => flight,
            };
            messages = messages[(4 + length)..];
        }

        return flight;
    }

    private static List<ReadOnlyMemory<byte>> Certificates(ReadOnlyMemory<byte> body)
    {
        var chain = new List<ReadOnlyMemory<byte>>();
        var rest = body.Length >= 3 ? body[3..] : default;
        while (rest.Length >= 3 && Number24(rest.Span) is var length && length <= rest.Length - 3 && chain.Count < 20)
        {
            chain.Add(rest.Slice(3, length));
            rest = rest[(3 + length)..];
        }

        return chain;
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];

    private static string FirstLine(ReadOnlySpan<byte> bytes)
    {
        var line = bytes[..Math.Min(bytes.Length, 200)];
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        return Encoding.UTF8.GetString(end >= 0 ? line[..end] : line);
    }
}
