namespace DebugDeck.Core.Certificates;

/// <summary>A part of a file of certificates that cannot be read.</summary>
/// <param name="Place">Where: <c>line 40</c>, <c>entry 3</c>.</param>
/// <param name="Reason">What is wrong with it, in words.</param>
/// <param name="Kind">Who stumbles over it.</param>
public sealed record CertificateFault(string Place, string Reason, CertificateFaultKind Kind);
