namespace DebugDeck.Core.Debugging.Planning;

/// <summary>What a debug container can look at. Null is "cannot be told beforehand".</summary>
/// <param name="Files">The target's root directory, through <c>/proc/PID/root</c>. Single files still have owners and modes.</param>
/// <param name="Environment">The environment its process was started with.</param>
/// <param name="Processes">Its processes with their command lines and states.</param>
/// <param name="Capture">Network packets may be captured, given a tool for it.</param>
public sealed record Visibility(bool? Files, bool? Environment, bool? Processes, bool? Capture)
{
    public static Visibility Nothing { get; } = new(false, false, false, false);

    public static Visibility Everything { get; } = new(true, true, true, true);
}
