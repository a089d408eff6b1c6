using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Admission;

/// <summary>Which checks belong to which level. A restricted check can stand in for the baseline one of the same matter.</summary>
internal static class PodSecurityStandards
{
    private static readonly PodSecurityCheck[] Baseline = [.. BaselineChecks.All.OrderBy(check => check.Id, StringComparer.Ordinal)];

    private static readonly PodSecurityCheck[] Restricted =
    [
        .. Baseline.Where(check => !RestrictedChecks.Replaced.Contains(check.Id)),
        .. RestrictedChecks.All.OrderBy(check => check.Id, StringComparer.Ordinal),
    ];

    /// <summary>Everything a level has against a pod, in one sentence; null if the pod is fine.</summary>
    public static string? Violations(PodSecurityLevel level, string version, JsonObject podSpec)
    {
        var checks = level switch
        {
            PodSecurityLevel.Baseline => Baseline,
            PodSecurityLevel.Restricted => Restricted,
            _ => [],
        };
        var pod = new PodUnderReview(podSpec);
        var found = checks.Select(check => check.Find(pod)).OfType<string>().ToList();
        return found.Count == 0 ? null : $"violate PodSecurity \"{level.ToString().ToLowerInvariant()}:{version}\": {string.Join(", ", found)}";
    }
}
