using DebugDeck.Core.Targets;

namespace DebugDeck.Docker.Inventory;

/// <summary>Which of an engine's containers a user means.</summary>
internal static class TargetMatch
{
    private static readonly string[] ServiceLabels = ["com.docker.compose.service", "io.podman.compose.service"];

    /// <summary>
    /// As docker reads a name, and the name of a compose service besides: the exact name wins over the beginning of an id, that over a service.
    /// Several if that leaves it open.
    /// </summary>
    public static IReadOnlyList<Target> Find(IReadOnlyList<Target> targets, string wanted)
    {
        var name = wanted.TrimStart('/');
        Func<Target, bool>[] readings =
        [
            target => target.Name == name || target.Id == name,
            target => target.Id.StartsWith(name, StringComparison.OrdinalIgnoreCase),
            target => ServiceLabels.Any(label => target.Labels.GetValueOrDefault(label) == name),
        ];
        return readings
            .Select(reading => targets.Where(reading).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }
}
