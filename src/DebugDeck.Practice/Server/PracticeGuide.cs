using System.Text;

namespace DebugDeck.Practice.Server;

/// <summary>Tells people how to use a cluster with kubectl.</summary>
public static class PracticeGuide
{
    /// <summary>Some lines to print when a cluster has started.</summary>
    public static string Describe(PracticeCluster cluster)
    {
        var text = new StringBuilder();
        text.AppendLine($"The practice cluster listens on {cluster.Endpoint.GetLeftPart(UriPartial.Authority)}, on this machine only.");
        text.AppendLine();
        text.AppendLine("Use it with kubectl 1.30 or later, in another terminal:");
        text.AppendLine();
        text.AppendLine($"  export KUBECONFIG={Quote(cluster.KubeconfigPaths.First().Value)}");
        text.AppendLine("  kubectl get pods -A");
        text.AppendLine();
        if (cluster.KubeconfigPaths.Count > 1)
        {
            text.AppendLine("Other users, who may do less:");
            text.AppendLine();
            foreach (var (user, path) in cluster.KubeconfigPaths.Skip(1))
                text.AppendLine($"  {user,-16} {path}");
            text.AppendLine();
        }

        text.AppendLine("Ctrl-C ends it; nothing of it stays behind.");
        return text.ToString();
    }

    /// <summary>Quotes for a POSIX shell where that is needed.</summary>
    private static string Quote(string path)
    {
        return path.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-".Contains(letter))
            ? path
            : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
