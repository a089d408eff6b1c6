namespace DebugDeck.Tui.Effects;

/// <summary>Reports at once and in order; <see cref="Progress{T}"/> would hop to another thread for each report.</summary>
internal sealed class Reporter<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
