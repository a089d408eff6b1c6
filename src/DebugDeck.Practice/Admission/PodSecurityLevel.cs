namespace DebugDeck.Practice.Admission;

/// <summary>How strict a namespace is.</summary>
internal enum PodSecurityLevel
{
    Privileged,
    Baseline,
    Restricted,
}
