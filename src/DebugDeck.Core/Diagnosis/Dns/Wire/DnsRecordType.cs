namespace DebugDeck.Core.Diagnosis.Dns.Wire;

/// <summary>Record types that we ask for, at their numbers (RFC 1035, RFC 3596).</summary>
public enum DnsRecordType
{
    A = 1,
    Cname = 5,
    Aaaa = 28,

    /// <summary>
    /// TXT in the class CHAOS, asked for <see cref="DnsMessage.OwnName"/>: what a server says of itself, or refuses to say, without asking another one.
    /// </summary>
    Own = 16,
}
