namespace DebugDeck.Practice.Admission;

/// <summary>One rule of the Pod Security Standards.</summary>
/// <param name="Find">What the rule has against the pod, as <c>reason (detail)</c>; null for nothing.</param>
internal sealed record PodSecurityCheck(string Id, Func<PodUnderReview, string?> Find);
