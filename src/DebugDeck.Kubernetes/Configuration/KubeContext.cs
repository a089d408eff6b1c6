namespace DebugDeck.Kubernetes.Configuration;

/// <summary>Everything needed to talk to one cluster as one user.</summary>
/// <param name="Name">The context's name.</param>
/// <param name="Namespace">The namespace commands mean when they name none.</param>
public sealed record KubeContext(string Name, string Namespace, ClusterEndpoint Cluster, UserCredentials User);
