namespace DebugDeck.Core.Diagnosis.Dns.Wire;

/// <summary>A record of an answer.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Type">Its number.</param>
/// <param name="Ttl">Seconds that it may be kept.</param>
/// <param name="Value">An address or a name; for other types how long it is.</param>
public sealed record DnsRecord(string Name, int Type, long Ttl, string Value);
