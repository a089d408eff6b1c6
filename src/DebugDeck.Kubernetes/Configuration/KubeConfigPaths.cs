namespace DebugDeck.Kubernetes.Configuration;

/// <summary>Which kubeconfig files are read, by kubectl's rules.</summary>
/// <param name="Files">In order of precedence.</param>
/// <param name="MustExist">The user named the file, so its absence is an error; files of KUBECONFIG may be missing.</param>
public sealed record KubeConfigPaths(IReadOnlyList<string> Files, bool MustExist)
{
    /// <param name="named">The value of <c>--kubeconfig</c>, or null.</param>
    /// <param name="variable">The value of KUBECONFIG; empty counts as not set, empty elements are skipped.</param>
    /// <param name="home">The user's home folder.</param>
    public static KubeConfigPaths Find(string? named, string? variable, string home)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return new KubeConfigPaths([named], MustExist: true);
        }

        var listed = (variable ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return listed.Length > 0
            ? new KubeConfigPaths([.. listed.Distinct(StringComparer.Ordinal)], MustExist: false)
            : new KubeConfigPaths([Path.Combine(home, ".kube", "config")], MustExist: false);
    }
}
