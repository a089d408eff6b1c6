namespace DebugDeck.Core.Targets.Details;

/// <summary>How a target's names are resolved, as far as its specification says so.</summary>
public sealed record NetworkFacts
{
    public bool UsesHostNetwork { get; init; }

    /// <summary>Kubernetes' <c>dnsPolicy</c>; null elsewhere.</summary>
    public string? DnsPolicy { get; init; }

    public IReadOnlyList<string> Nameservers { get; init; } = [];

    public IReadOnlyList<string> Searches { get; init; } = [];

    /// <summary>As <c>resolv.conf</c> has them: <c>ndots:2</c>.</summary>
    public IReadOnlyList<string> DnsOptions { get; init; } = [];

    /// <summary>Lines that the host adds to <c>/etc/hosts</c>.</summary>
    public IReadOnlyList<HostAlias> HostAliases { get; init; } = [];

    public IReadOnlyList<string> Addresses { get; init; } = [];
}
