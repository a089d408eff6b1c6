using System.Threading.Channels;

namespace DebugDeck.Docker.Inventory;

/// <summary>
/// The containers that must be looked at again. However often one changes while it waits or is being looked at, it is looked at once more,
/// and never twice at the same time, so that an older answer cannot overtake a newer one.
/// </summary>
internal sealed class DirtyContainers
{
    private enum Mark
    {
        Waiting,
        Reading,
        ChangedWhileReading,
    }

    private readonly Dictionary<string, Mark> _marks = new(StringComparer.Ordinal);
    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>();
    private readonly Lock _gate = new();

    /// <summary>Marks a container.</summary>
    public void Add(string id)
    {
        lock (_gate)
        {
            if (_marks.TryGetValue(id, out var mark))
            {
                _marks[id] = mark == Mark.Waiting ? Mark.Waiting : Mark.ChangedWhileReading;
                return;
            }

            _marks[id] = Mark.Waiting;
            _queue.Writer.TryWrite(id);
        }
    }

    /// <summary>The next one to look at; give it back with <see cref="Done"/>.</summary>
    public async ValueTask<string> TakeAsync(CancellationToken cancellationToken)
    {
        var id = await _queue.Reader.ReadAsync(cancellationToken);
        lock (_gate)
        {
            _marks[id] = Mark.Reading;
        }

        return id;
    }

    /// <summary>It has been looked at; once more if it changed meanwhile.</summary>
    public void Done(string id)
    {
        lock (_gate)
        {
            var again = _marks[id] == Mark.ChangedWhileReading;
            _marks.Remove(id);
            if (again)
            {
                Add(id);
            }
        }
    }
}
