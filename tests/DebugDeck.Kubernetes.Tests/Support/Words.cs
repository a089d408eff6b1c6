namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>Keeps the words of a progress, in order.</summary>
internal sealed class Words : IProgress<string>
{
    public List<string> Said { get; } = [];

    public void Report(string value) => Said.Add(value);
}
