using System.Collections.Concurrent;
using DebugDeck.Core.Debugging;

namespace DebugDeck.Tui.Effects;

/// <summary>Sessions that are ready for the terminal, by the page that asked for them. A live connection is not data, so it is not in the state.</summary>
internal sealed class SessionShelf
{
    private readonly ConcurrentDictionary<int, IDebugSession> _sessions = new();

    public void Put(int page, IDebugSession session) => _sessions[page] = session;

    /// <summary>The session, which is the caller's from now on; null if there is none.</summary>
    public IDebugSession? Take(int page) => _sessions.TryRemove(page, out var session) ? session : null;
}
