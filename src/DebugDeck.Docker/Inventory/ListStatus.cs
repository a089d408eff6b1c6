using System.Globalization;
using System.Text.RegularExpressions;
using DebugDeck.Core.Targets;

namespace DebugDeck.Docker.Inventory;

/// <summary>What the status text of the engine's list says besides the state: <c>Exited (137) 2 minutes ago</c>, <c>Up 3 hours (healthy)</c>.</summary>
internal readonly partial record struct ListStatus(int? ExitCode, ContainerHealth Health)
{
    public static ListStatus Parse(string text)
    {
        var ended = EndedPattern().Match(text);
        var health = HealthPattern().Match(text);
        return new ListStatus(
            ended.Success ? unchecked((int)long.Parse(ended.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) : null,
            health.Success ? ContainerStates.ParseHealth(health.Groups[1].Value) : ContainerHealth.None);
    }

    [GeneratedRegex(@"^(?:Exited|Restarting|Dead) \((-?\d{1,10})\)")]
    private static partial Regex EndedPattern();

    [GeneratedRegex(@"\((?:health: )?(healthy|unhealthy|starting)\)$")]
    private static partial Regex HealthPattern();
}
