using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes;

/// <summary>The contexts of the user's kubeconfig, to be opened by name.</summary>
public sealed class KubernetesContexts(KubernetesHostsOptions options) : IHostSource
{
    /// <summary>All of them; none if there is no readable kubeconfig, which whoever opens hosts will say.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            try
            {
                var config = KubeConfig.Load(KubeConfigPaths.Find(options.KubeConfig, options.Environment("KUBECONFIG"), options.Home));
                return [.. config.Contexts.Order(StringComparer.Ordinal)];
            }
            catch (DebugDeckException)
            {
                return [];
            }
        }
    }

    public IContainerHost Open(string name) => KubernetesHosts.Discover(options with { Contexts = [name], Scope = null }).Single();
}
