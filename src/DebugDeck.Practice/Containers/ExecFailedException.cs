namespace DebugDeck.Practice.Containers;

/// <summary>
/// The runtime could not start the process. The message is the part that follows "unable to start container process: " in what
/// a real runtime says, such as <c>exec: "sh": executable file not found in $PATH</c>.
/// </summary>
public sealed class ExecFailedException(string message) : Exception(message);
