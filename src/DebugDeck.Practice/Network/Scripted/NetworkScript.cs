namespace DebugDeck.Practice.Network.Scripted;

/// <summary>The network of a world: what names mean, where they lead, and what goes wrong on the way.</summary>
internal sealed record NetworkScript
{
    public IReadOnlyList<DnsEntry> Names { get; init; } = [];

    /// <summary>The name servers that answer.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    public IReadOnlyList<EndpointScript> Endpoints { get; init; } = [];

    /// <summary>Namespaces that a policy keeps from addresses; a name server is one too.</summary>
    public IReadOnlyList<(string Namespace, string Address)> Blocked { get; init; } = [];

    public NetworkScript Join(NetworkScript other) => new()
    {
        Names = [.. Names, .. other.Names],
        Servers = [.. Servers, .. other.Servers],
        Endpoints = [.. Endpoints, .. other.Endpoints],
        Blocked = [.. Blocked, .. other.Blocked],
    };
}

/// <summary>A name of the scripted DNS.</summary>
internal sealed record DnsEntry
{
    public required string Name { get; init; }

    /// <summary>The name and all below it.</summary>
    public bool IsZone { get; init; }

    public IReadOnlyList<string> A { get; init; } = [];

    public IReadOnlyList<string> Aaaa { get; init; } = [];

    public string? Cname { get; init; }

    public IReadOnlyList<string> Txt { get; init; } = [];

    /// <summary>What the server answers instead: <c>SERVFAIL</c>, <c>REFUSED</c>, <c>NXDOMAIN</c>.</summary>
    public string? Rcode { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>The share of queries, from 0 to 1, that get no answer.</summary>
    public double Drop { get; init; }

    public int Ttl { get; init; } = 30;
}

/// <summary>Something that listens in the world.</summary>
internal sealed record EndpointScript
{
    public required string Name { get; init; }

    public required string Address { get; init; }

    public required int Port { get; init; }

    public EndpointKind Kind { get; init; }

    public string Body { get; init; } = "ok\n";
}

/// <summary>What is right or wrong with an end point's certificate.</summary>
internal enum EndpointKind
{
    Plain,
    Good,
    MissingIntermediate,
    Expired,
    NotYetValid,
    WrongName,
    PrivateAuthority,
    Intercepted,
}
