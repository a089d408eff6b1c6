using System.Globalization;
using DebugDeck.Core.Targets;

namespace DebugDeck.Tui.State;

/// <summary>The state of a target in one or two words, and how much it wants to be looked at.</summary>
internal static class StateWords
{
    public static string Of(Target target) => target.State switch
    {
        ContainerState.Running => target.Health switch
        {
            ContainerHealth.Unhealthy => "unhealthy",
            ContainerHealth.Starting => "starting",
            _ => "running",
        },
        ContainerState.Exited => target.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"exited {code}") : "exited",
        ContainerState.Restarting => "restarting",
        ContainerState.Created => "created",
        ContainerState.Waiting => "waiting",
        ContainerState.Paused => "paused",
        ContainerState.Removing => "removing",
        ContainerState.Dead => "dead",
        _ => "?",
    };

    /// <summary>Smaller is more urgent: what is broken first, what is well last.</summary>
    public static int Urgency(Target target) => target.State switch
    {
        ContainerState.Restarting => 0,
        ContainerState.Running when target.Health == ContainerHealth.Unhealthy => 1,
        ContainerState.Dead => 2,
        ContainerState.Exited when target.ExitCode is not (null or 0) => 3,
        ContainerState.Waiting => 4,
        ContainerState.Paused => 5,
        ContainerState.Removing => 6,
        ContainerState.Running when target.Health == ContainerHealth.Starting => 7,
        ContainerState.Unknown => 8,
        ContainerState.Running => 9,
        ContainerState.Created => 10,
        _ => 11,
    };
}
