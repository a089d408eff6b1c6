using k8s;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>The typed operations of KubernetesClient, sent through our own connection.</summary>
internal static class TypedClient
{
    /// <summary>A client for a connection; what fails is a <c>DebugDeckException</c> with the server's words, as for every other call.</summary>
    public static IKubernetes Over(KubeConnection connection) => new k8s.Kubernetes(
        // The address only forms the requests' URLs: neither this configuration's credentials nor its TLS rules are ever used.
        new KubernetesClientConfiguration { Host = connection.Context.Cluster.Server.ToString().TrimEnd('/') },
        new ConnectionHandler(connection));
}
