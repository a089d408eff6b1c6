namespace DebugDeck.Practice.Containers;

/// <summary>Names one container of one pod, be it a normal, an init or an ephemeral container.</summary>
public sealed record ContainerKey(string Namespace, string Pod, string Container);
