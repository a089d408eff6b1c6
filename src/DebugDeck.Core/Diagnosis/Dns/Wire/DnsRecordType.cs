namespace DebugDeck.Core.Diagnosis.Dns.Wire;

/// <summary>Record types that we ask for, at their numbers (RFC 1035, RFC 3596).</summary>
public enum DnsRecordType
{
    A = 1,
    Cname = 5,
    Aaaa = 28,
}
