using System.Net;
using DebugDeck.Core.Hosts;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>The server answers, and does not let the user see what was asked for.</summary>
internal static class KubeRefusal
{
    public static bool Is(Exception error) => error.InnerException is KubeStatusException { Code: HttpStatusCode.Forbidden };

    /// <summary>What is said where one namespace or a few are shown because all may not be seen.</summary>
    public static string OfAll(NamespaceScope instead) => $"you may not list the pods of all namespaces: this is {instead}";
}
