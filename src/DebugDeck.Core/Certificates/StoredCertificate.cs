namespace DebugDeck.Core.Certificates;

/// <summary>A certificate in a file.</summary>
/// <param name="Certificate">What it says.</param>
/// <param name="Place">Where it is: <c>line 40</c>, <c>alias corp-root</c>. Hostile.</param>
/// <param name="Form">How it is written there.</param>
public sealed record StoredCertificate(CertificateFacts Certificate, string Place, StoredForm Form = StoredForm.Plain);
