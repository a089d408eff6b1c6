using System.Globalization;
using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>A question to a name server, asked from inside the target's network.</summary>
/// <param name="Server">The server's address.</param>
/// <param name="Name">As it goes into the question: no search list, no dot at the end.</param>
/// <param name="Type">Of the records.</param>
/// <param name="Transport">TCP brings exact codes; UDP shows what the program lives through: loss and waiting.</param>
/// <param name="Times">How often, to see what gets lost.</param>
public sealed record DnsLookupRequest(string Server, string Name, DnsRecordType Type, DnsTransport Transport = DnsTransport.Tcp, int Times = 1) : EvidenceRequest<DnsLookup>
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"lookup {Server} {Type} {Name} {Transport} {Times}");
}
