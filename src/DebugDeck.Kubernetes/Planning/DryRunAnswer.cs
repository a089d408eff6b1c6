namespace DebugDeck.Kubernetes.Planning;

/// <summary>What a server says to a request that changes nothing.</summary>
/// <param name="Accepted">It would take it.</param>
/// <param name="Message">Why not, in its words; empty if it would.</param>
/// <param name="Warnings">What it says in <c>Warning:</c> headers.</param>
internal sealed record DryRunAnswer(bool Accepted, string Message, IReadOnlyList<string> Warnings);
