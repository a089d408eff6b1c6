using System.Text.Json.Nodes;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;
using DebugDeck.Practice.Rbac;

namespace DebugDeck.Practice.Admission;

/// <summary>Holds pods against the level that their namespace's labels ask for: refuses what breaks "enforce", warns of what breaks "warn".</summary>
internal sealed class PodSecurityAdmission(ObjectStore store)
{
    private const string Prefix = "pod-security.kubernetes.io/";

    /// <exception cref="ApiException">403 with everything that the level has against the pod.</exception>
    public void Admit(ApiRequest request, JsonObject pod)
    {
        var spec = pod["spec"]!.AsObject();
        var labels = store.Get(new ObjectKey("namespaces", null, request.Info.Namespace!))?.Labels;
        if (Violations(labels, "enforce", spec) is { } refused)
        {
            var name = pod["metadata"]!["name"]!.ToString();

            // The verb is "violates" where the pod is refused, "would violate" where it is not.
            throw Authorizer.Forbidden(ResourceCatalog.Pods, name, refused.Replace("violate ", "violates ", StringComparison.Ordinal));
        }

        if (Violations(labels, "warn", spec) is { } warning)
            request.Http.Response.Headers.Warning = $"299 - \"would {warning.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string? Violations(IReadOnlyDictionary<string, string>? labels, string mode, JsonObject spec)
    {
        if (labels is null || !labels.TryGetValue(Prefix + mode, out var name) || !Enum.TryParse<PodSecurityLevel>(name, ignoreCase: true, out var level))
            return null;
        return PodSecurityStandards.Violations(level, labels.GetValueOrDefault($"{Prefix}{mode}-version", "latest"), spec);
    }
}
