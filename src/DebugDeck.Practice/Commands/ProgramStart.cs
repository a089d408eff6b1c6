using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Commands;

/// <summary>What a program is started with.</summary>
/// <param name="CommandLine">Its name and arguments.</param>
/// <param name="Environment">Its environment.</param>
/// <param name="Streams">Its streams.</param>
/// <param name="Path">Where it is searched.</param>
internal sealed record ProgramStart(
    IReadOnlyList<string> CommandLine, IReadOnlyDictionary<string, string> Environment, StreamTable Streams, string? Path)
{
    /// <summary>It takes over the process instead of becoming a child.</summary>
    public bool InPlace { get; init; }

    /// <summary>Runs as somebody else.</summary>
    public Credentials? Credentials { get; init; }

    /// <summary>Prepares the new process before the program runs, as <c>chroot</c> does.</summary>
    public Action<Process>? Prepare { get; init; }
}
