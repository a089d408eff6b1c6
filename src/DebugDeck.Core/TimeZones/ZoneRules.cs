namespace DebugDeck.Core.TimeZones;

/// <summary>All that is needed to turn an instant into local time: known changes, and the rule that goes on after the last of them.</summary>
public sealed class ZoneRules
{
    private readonly ZoneOffset _first;
    private readonly IReadOnlyList<(DateTimeOffset At, ZoneOffset Offset)> _changes;
    private readonly PosixRule? _tail;

    /// <param name="first">In force before the first change.</param>
    /// <param name="changes">Changes, oldest first.</param>
    /// <param name="tail">The rule from the last change on, or for all times where there is no change; null: the last change holds for ever.</param>
    public ZoneRules(ZoneOffset first, IReadOnlyList<(DateTimeOffset At, ZoneOffset Offset)> changes, PosixRule? tail) =>
        (_first, _changes, _tail) = (first, changes, tail);

    public static ZoneRules Utc { get; } = new(ZoneOffset.Utc, [], null);

    /// <summary>The rule that goes on for ever; null if there is none.</summary>
    public PosixRule? Tail => _tail;

    public static ZoneRules Of(PosixRule rule) => new(rule.Standard, [], rule);

    /// <summary>What is in force at an instant.</summary>
    public ZoneOffset At(DateTimeOffset time)
    {
        if (_changes.Count == 0 || time >= _changes[^1].At)
        {
            return _tail?.At(time) ?? (_changes.Count == 0 ? _first : _changes[^1].Offset);
        }

        var (low, high) = (0, _changes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _changes[middle].At <= time ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? _first : _changes[low - 1].Offset;
    }

    /// <summary>The changes of the clocks after an instant and up to another, oldest first. What changes neither offset nor abbreviation is none.</summary>
    public IEnumerable<ZoneTransition> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var before = At(from);
        foreach (var at in Instants(from, to))
        {
            var after = At(at);
            if (after != before)
            {
                yield return new ZoneTransition(at, before, after);
                before = after;
            }
        }
    }

    private IEnumerable<DateTimeOffset> Instants(DateTimeOffset from, DateTimeOffset to)
    {
        var last = from;
        foreach (var (at, _) in _changes)
        {
            if (at > last && at <= to)
            {
                yield return last = at;
            }
        }

        var start = _changes.Count > 0 && _changes[^1].At > from ? _changes[^1].At : from;
        foreach (var at in _tail?.Instants(start.UtcDateTime.Year - 1, to.UtcDateTime.Year + 1) ?? [])
        {
            if (at > start && at <= to)
            {
                yield return at;
            }
        }
    }
}
