namespace DebugDeck.Docker.Inventory;

/// <summary>How long to wait before the next try: twice as long each time, never exactly, so that many watchers do not come back together.</summary>
/// <param name="random">A number from 0 to 1.</param>
internal sealed class Backoff(Func<double> random)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan _next = First;

    /// <summary>The next wait: between half of it and all of it.</summary>
    public TimeSpan Next()
    {
        var wait = _next * (0.5 + (random() / 2));
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return wait;
    }

    /// <summary>It worked: begin anew.</summary>
    public void Reset() => _next = First;
}
