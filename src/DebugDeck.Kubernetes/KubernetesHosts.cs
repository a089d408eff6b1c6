using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes;

/// <summary>The clusters of the user's kubeconfig.</summary>
public static class KubernetesHosts
{
    /// <summary>
    /// One host for each context that is asked for, or for the current one. Asks no cluster. No kubeconfig is no host and no error: most
    /// machines have none.
    /// </summary>
    /// <exception cref="DebugDeckException">Usage: what the user named on the command line is not there or cannot be read.</exception>
    public static IReadOnlyList<IContainerHost> Discover(KubernetesHostsOptions options)
    {
        var overrides = new ContextOverrides(options.ActAs, options.ActAsGroups);
        var isNamed = options.KubeConfig is { Length: > 0 } || options.Contexts.Count > 0;
        try
        {
            var config = KubeConfig.Load(KubeConfigPaths.Find(options.KubeConfig, options.Environment("KUBECONFIG"), options.Home));
            if (config.Contexts.Count == 0 && !isNamed)
            {
                return InCluster.Find(options.Environment) is { } pod ? [new KubernetesHost(overrides.Apply(pod), "service account", options)] : [];
            }

            return [.. Names(config, options).Select(name => Open(config, name, overrides, isNamed, options))];
        }
        catch (DebugDeckException error) when (!isNamed)
        {
            return [new UnusableContext("kubernetes", "kubeconfig", error)];
        }
    }

    // A kubeconfig without a current context means none, unless it is what the user asked for.
    private static IEnumerable<string> Names(KubeConfig config, KubernetesHostsOptions options) => options.Contexts switch
    {
        { Count: > 0 } named => named.Distinct(StringComparer.Ordinal),
        _ when config.CurrentContext.Length > 0 || options.KubeConfig is { Length: > 0 } => [config.CurrentContext],
        _ => [],
    };

    private static IContainerHost Open(KubeConfig config, string name, ContextOverrides overrides, bool isNamed, KubernetesHostsOptions options)
    {
        var files = string.Join(", ", config.Files);
        try
        {
            var context = KubeContextReader.Read(config, name);
            return new KubernetesHost(overrides.Apply(context), $"context '{context.Name}' of {files}", options);
        }
        catch (DebugDeckException error) when (!isNamed)
        {
            return new UnusableContext(name, files, error);
        }
    }
}
