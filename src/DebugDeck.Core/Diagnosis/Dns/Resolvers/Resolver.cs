namespace DebugDeck.Core.Diagnosis.Dns.Resolvers;

/// <summary>The resolver that a program uses.</summary>
/// <param name="Kind">Whose code it is.</param>
/// <param name="Version">Of that code; null where it could not be told.</param>
public sealed record Resolver(ResolverKind Kind, Version? Version = null)
{
    private static readonly Version UnlimitedSearch = new(2, 26);
    private static readonly Version NoIpv6Option = new(2, 36);
    private static readonly Version SingleRequest = new(2, 10);
    private static readonly Version MuslTcp = new(1, 2, 4);
    private static readonly Version MuslSearch = new(1, 1, 13);

    /// <summary>How sure that is.</summary>
    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>What says so.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What the runtime does on top of it, one sentence each: caches, threads, resolvers of libraries.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary><c>musl 1.2.5</c>.</summary>
    public string Name
    {
        get
        {
            var name = Kind switch { ResolverKind.Glibc => "glibc", ResolverKind.Musl => "musl", ResolverKind.Go => "Go's own resolver", _ => "an unknown resolver" };
            return Kind is ResolverKind.Glibc or ResolverKind.Musl && Version is not null ? $"{name} {Version}" : name;
        }
    }

    /// <summary>glibc before 2.26 reads six search domains of 256 characters together. A version that is not known counts as one of the last years.</summary>
    public bool HasShortSearchList => Kind == ResolverKind.Glibc && Version is not null && Version < UnlimitedSearch;

    /// <summary>Asks again over TCP when an answer does not fit into a datagram. musl does since 1.2.4.</summary>
    public bool FallsBackToTcp => Kind != ResolverKind.Musl || Version is null || Version >= MuslTcp;

    public bool KnowsNoIpv6Option => Kind == ResolverKind.Glibc && (Version is null || Version >= NoIpv6Option);

    /// <summary>Knows <c>single-request</c>, so that the two families can be kept apart.</summary>
    public bool KnowsSingleRequest => Kind == ResolverKind.Go || (Kind == ResolverKind.Glibc && (Version is null || Version >= SingleRequest));

    public bool KnowsSearch => Kind != ResolverKind.Musl || Version is null || Version >= MuslSearch;

    /// <summary>A name with as many dots as <c>ndots</c>, or more, is looked up with the search list as well once it was not found as it is.</summary>
    public bool SearchesAfterAbsolute => Kind is ResolverKind.Glibc or ResolverKind.Go;

    /// <summary>All name servers are asked at once, and not one after the other.</summary>
    public bool AsksAllServers => Kind == ResolverKind.Musl;
}
