namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>A pod that serves the cluster.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">Where it runs; null while it is not scheduled.</param>
/// <param name="Address">Its address; null while it has none.</param>
/// <param name="IsReady">It says so.</param>
/// <param name="Phase"><c>Running</c>, <c>Pending</c>, …</param>
/// <param name="Restarts">Of all its containers.</param>
/// <param name="Reason">Why it is not ready (<c>CrashLoopBackOff</c>); null if nothing is said.</param>
/// <param name="Labels">Its labels.</param>
public sealed record ClusterPodFact(
    string Name, string? Node, string? Address, bool IsReady, string Phase, int Restarts, string? Reason, IReadOnlyDictionary<string, string> Labels);
