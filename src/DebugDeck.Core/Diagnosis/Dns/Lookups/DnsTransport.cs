namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>How a question travels.</summary>
public enum DnsTransport
{
    /// <summary>Our own message through the toolbox's <c>nc</c>.</summary>
    Tcp,

    /// <summary>The toolbox's <c>nslookup</c>.</summary>
    Udp,
}
