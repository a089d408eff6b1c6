using DebugDeck.Core.Debugging;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>Exec on Kubernetes takes no environment, so a shell sets it before it becomes the program.</summary>
internal static class ProcessMark
{
    // What a runtime gives a container whose image sets no path.
    private const string StandardPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>The command with its environment and a mark by which <see cref="DebugScripts.End"/> finds the process.</summary>
    public static RemoteCommand Wrap(RemoteCommand command, string shell, string mark, string? tools = null)
    {
        var variables = (command.Environment ?? new Dictionary<string, string>()).Append(new(DebugScripts.Marker, mark));
        var exports = string.Join(' ', variables.Select(variable => $"{variable.Key}={ShellText.Quote(variable.Value)}"));
        var path = tools is null ? "" : $"export PATH=\"${{PATH:-{StandardPath}}}:{tools}\"\n";
        return command with { Arguments = [shell, "-c", $"{path}export {exports}\nexec \"$@\"", "debugdeck", .. command.Arguments], Environment = null };
    }

    /// <summary>The command with its environment, for a container that need not have a shell.</summary>
    public static RemoteCommand Plain(RemoteCommand command) => command.Environment is { Count: > 0 } variables
        ? command with { Arguments = ["env", .. variables.Select(variable => $"{variable.Key}={variable.Value}"), .. command.Arguments], Environment = null }
        : command;
}
