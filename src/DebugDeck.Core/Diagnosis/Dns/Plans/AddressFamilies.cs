namespace DebugDeck.Core.Diagnosis.Dns.Plans;

/// <summary>The record types that a lookup of a host asks for.</summary>
[Flags]
public enum AddressFamilies
{
    None = 0,

    /// <summary>Type A.</summary>
    V4 = 1,

    /// <summary>Type AAAA.</summary>
    V6 = 2,

    Both = V4 | V6,
}
