using DebugDeck.Core.Targets.Details;
using k8s.Models;

namespace DebugDeck.Kubernetes.Details;

/// <summary>The variables of a container's specification. What they draw from Secrets and ConfigMaps is named, not read.</summary>
internal static class EnvironmentMapper
{
    // Wins over what comes before it, as in the kubelet: first whole sources, then single variables.
    public static IReadOnlyList<EnvironmentVariable> Map(PodContainer container) =>
        [.. (container.EnvFrom ?? []).Select(Whole), .. (container.Env ?? []).Select(One)];

    private static EnvironmentVariable Whole(V1EnvFromSource source) => new(
        $"{source.Prefix}*",
        null,
        source switch
        {
            { ConfigMapRef: { } map } => $"configMap {map.Name}",
            { SecretRef: { } secret } => $"secret {secret.Name}",
            _ => "unknown",
        });

    private static EnvironmentVariable One(V1EnvVar variable) => variable.ValueFrom switch
    {
        null => new(variable.Name, variable.Value ?? "", "spec"),
        { ConfigMapKeyRef: { } map } => new(variable.Name, null, $"configMap {map.Name}/{map.Key}"),
        { SecretKeyRef: { } secret } => new(variable.Name, null, $"secret {secret.Name}/{secret.Key}"),
        { FieldRef: { } field } => new(variable.Name, null, $"field {field.FieldPath}"),
        { ResourceFieldRef: { } resource } => new(variable.Name, null, $"resource {resource.Resource}"),
        _ => new(variable.Name, null, "unknown"),
    };
}
