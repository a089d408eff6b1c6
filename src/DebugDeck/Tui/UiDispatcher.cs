using System.Collections.Concurrent;
using Terminal.Gui.App;

namespace DebugDeck.Tui;

/// <summary>
/// Work for the thread that draws. It is drained at the start of each iteration rather than through <c>app.Invoke</c>: work done then is drawn in the
/// same iteration, and Invoke blocks every background caller while a dialog that was opened from a callback is up (tui-cs#5652).
/// </summary>
internal sealed class UiDispatcher
{
    private readonly ConcurrentQueue<object> _keys = new();
    private readonly ConcurrentDictionary<object, Action> _latest = new();

    public void Attach(IApplication app) => app.Iteration += (_, _) => Drain();

    /// <summary>Runs <paramref name="action"/> soon; an earlier one with the same key that has not run yet is replaced.</summary>
    public void Post(object key, Action action)
    {
        var isNew = true;
        _latest.AddOrUpdate(key, action, (_, _) =>
        {
            isNew = false;
            return action;
        });
        if (isNew)
        {
            _keys.Enqueue(key);
        }
    }

    public void Drain()
    {
        // Work that posts work has to wait for the next iteration, or the keyboard would starve.
        for (var due = _keys.Count; due > 0 && _keys.TryDequeue(out var key); due--)
        {
            if (_latest.TryRemove(key, out var action))
            {
                action();
            }
        }
    }
}
