namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Why a request could not be granted.</summary>
/// <param name="Reason">In one sentence, without a full stop.</param>
/// <param name="Hint">What would help; null if nothing is known to.</param>
public sealed record EvidenceGap(string Reason, string? Hint = null);
