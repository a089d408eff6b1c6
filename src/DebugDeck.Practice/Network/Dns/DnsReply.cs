namespace DebugDeck.Practice.Network.Dns;

/// <summary>What a name server answers.</summary>
/// <param name="Rcode">The response code: 0 no error, 2 server failure, 3 no such name, 5 refused.</param>
/// <param name="Answers">The records.</param>
internal sealed record DnsReply(int Rcode, IReadOnlyList<DnsRecord> Answers)
{
    private static readonly string[] Names = ["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"];

    public string RcodeName => Names[Rcode];

    public static int Parse(string name) => Array.IndexOf(Names, name);
}

/// <summary>A resource record; the value is an address, a name or a text.</summary>
internal sealed record DnsRecord(string Name, DnsType Type, int Ttl, string Value);

/// <summary>The record types of the practice world, at their numbers.</summary>
internal enum DnsType
{
    A = 1,
    Ns = 2,
    Cname = 5,
    Soa = 6,
    Ptr = 12,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Srv = 33,
    Any = 255,
}
