using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>How a host is doing, from how each of its namespaces is doing.</summary>
/// <param name="remark">What is not looked at, and why; null if nothing is left out.</param>
internal sealed class ScopeStatus(string? version, string? remark)
{
    private readonly Dictionary<string, DebugDeckException?> _sources = new(StringComparer.Ordinal);

    /// <summary>The namespace answers.</summary>
    public void Answered(string source) => _sources[source] = null;

    /// <summary>It does not, or refuses.</summary>
    public void Failed(string source, DebugDeckException why) => _sources[source] = why;

    /// <summary>What there is to say now.</summary>
    public HostStatus Now()
    {
        if (_sources.Values.FirstOrDefault(why => why is not null && !KubeRefusal.Is(why)) is { } lost)
        {
            return new HostStatus(HostState.Unreachable, lost.Message, version, lost.Kind);
        }

        if (_sources.Count == 0)
        {
            return HostStatus.Connecting;
        }

        var refusals = _sources.Values.OfType<DebugDeckException>().Select(why => why.Message).ToList();
        string[] reasons = [.. remark is null ? [] : new[] { remark }, .. refusals];
        return new HostStatus(
            HostState.Ready,
            reasons.Length == 0 ? null : string.Join("; ", reasons),
            version,
            reasons.Length == 0 ? null : ErrorKind.NotPermitted);
    }
}
