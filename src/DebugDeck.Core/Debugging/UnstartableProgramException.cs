namespace DebugDeck.Core.Debugging;

/// <summary>The technical cause where a runtime cannot start this program (not there, not executable, for another processor): another one may well start.</summary>
/// <param name="reason">Why, in the runtime's words: <c>permission denied</c>.</param>
/// <param name="inner">All that the runtime said.</param>
public sealed class UnstartableProgramException(string reason, Exception? inner = null) : Exception(reason, inner);
