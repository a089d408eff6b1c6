namespace DebugDeck.Tui.Effects;

/// <summary>How one kind of work is done.</summary>
internal interface IEffect
{
    /// <summary>Does it, and posts what comes of it. Ends soon after it is cancelled; whatever it throws beyond that is reported by <see cref="FailedAsync"/>.</summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Says where it belongs that it failed.</summary>
    Task FailedAsync(Exception error, CancellationToken cancellationToken);
}
