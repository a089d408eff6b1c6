using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Files.Remote;

/// <summary>Where the files are read from.</summary>
/// <param name="Run">Starts processes there.</param>
/// <param name="Around">The root of the target's files and the shell.</param>
/// <param name="Name">The target, for the words of an error.</param>
public sealed record RemotePlace(RunRemote Run, DebugSurroundings Around, string Name)
{
    /// <summary>The root as it is put before a path: empty for <c>/</c>.</summary>
    internal string Root => Around.TargetRoot.TrimEnd('/');
}
