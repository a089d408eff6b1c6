using DebugDeck.Core.Debugging;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>A session that was found on the cluster.</summary>
/// <param name="Info">What it says about itself.</param>
/// <param name="Place">Its container, or the pod that a copy is.</param>
/// <param name="Target">The container it was started for; empty for a copy.</param>
/// <param name="Image">The toolbox' reference.</param>
internal sealed record PodSession(DebugSessionInfo Info, PodKey Place, string Target, string Image);
