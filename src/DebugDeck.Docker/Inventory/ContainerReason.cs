using DebugDeck.Core.Targets;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Inventory;

/// <summary>Why a container is in its state, in words.</summary>
internal static class ContainerReason
{
    /// <summary>Null when there is nothing to say.</summary>
    public static string? Of(ContainerState life, State state, long restarts) => life switch
    {
        ContainerState.Created when state.Error is { Length: > 0 } error => $"could not start: {error.Trim()}",
        ContainerState.Exited or ContainerState.Dead or ContainerState.Restarting =>
            WithError(Ended(life, unchecked((int)state.ExitCode), restarts, state.OOMKilled), state.Error),
        ContainerState.Running when state.Health is { Status: "unhealthy" } health => Unhealthy(health),
        _ => null,
    };

    /// <summary>The words for a container that has ended.</summary>
    public static string Ended(ContainerState life, int exitCode, long restarts, bool outOfMemory)
    {
        var exit = outOfMemory ? $"out of memory, exit {exitCode}" : ExitCodes.InWords(exitCode);
        return life switch
        {
            ContainerState.Restarting => $"restarting after {exit}{Times(restarts)}",
            ContainerState.Dead => $"{exit}, and could not be removed",
            _ => exit + Times(restarts),
        };
    }

    private static string Times(long restarts) => restarts switch
    {
        0 => "",
        1 => ", 1 restart",
        _ => $", {restarts} restarts",
    };

    private static string WithError(string words, string? error) => error is { Length: > 0 } ? $"{words}: {error.Trim()}" : words;

    private static string Unhealthy(Health health)
    {
        var output = health.Log is { Count: > 0 } checks ? FirstLine(checks[^1].Output) : "";
        return $"unhealthy, {health.FailingStreak} failed {(health.FailingStreak == 1 ? "check" : "checks")}" + (output.Length > 0 ? $": {output}" : "");
    }

    private static string FirstLine(string? text) => (text ?? "").Trim().Split('\n', 2)[0].TrimEnd('\r');
}
