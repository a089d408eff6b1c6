namespace DebugDeck.Kubernetes.Watching;

/// <summary>Growing pauses with jitter, so that a thousand clients do not come back to a recovering server at the same moment.</summary>
internal sealed class BackOff(TimeSpan first, TimeSpan most, TimeProvider clock, Random random)
{
    private int _failures;

    public void Succeeded() => _failures = 0;

    /// <summary>The next pause: between half and all of a span that doubles with each failure in a row.</summary>
    public TimeSpan Next()
    {
        var span = Math.Min(most.Ticks, first.Ticks * (1L << Math.Min(_failures, 20)));
        _failures++;
        return TimeSpan.FromTicks((span / 2) + random.NextInt64((span / 2) + 1));
    }

    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Next(), clock, cancellationToken);
}
