namespace DebugDeck.Kubernetes.Configuration;

/// <summary>A credential plugin as a kubeconfig describes it (client.authentication.k8s.io).</summary>
public sealed record ExecPluginSpec(
    string ApiVersion,
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string InteractiveMode,
    string? InstallHint,
    bool ProvideClusterInfo);
