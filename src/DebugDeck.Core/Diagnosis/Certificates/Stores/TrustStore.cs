using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>What a program trusts: the places it looks into and what came of each.</summary>
public sealed record TrustStore
{
    public required TrustRuntime Runtime { get; init; }

    public IReadOnlyList<TrustSource> Sources { get; init; } = [];

    /// <summary>All it trusts, each once, as far as files tell.</summary>
    public IReadOnlyList<CertificateFacts> Certificates { get; init; } = [];

    /// <summary>It also trusts the list inside the runtime (Mozilla's), of which the names are known.</summary>
    public bool TrustsPublicAuthorities => Sources.Any(source => source.State == TrustSourceState.BuiltIn);

    /// <summary>Every place was looked at: what is not in here is not trusted.</summary>
    public bool IsKnown => Sources.Count > 0 && Sources.All(source => source.State != TrustSourceState.Unknown);

    public bool IsEmpty => Certificates.Count == 0 && !TrustsPublicAuthorities;

    /// <summary>The places in words, for evidence.</summary>
    public IEnumerable<Evidence> Describe() => Sources
        .Where(source => source.State != TrustSourceState.NotReached)
        .Select(source => new Evidence("file", source.Place.Path, $"{Words(source)} ({source.Place.Reason})"));

    private static string Words(TrustSource source) => source.State switch
    {
        TrustSourceState.Missing => "not there",
        TrustSourceState.Unreadable => source.Obstacle ?? "may not be read by the program's user",
        TrustSourceState.Broken => source.Faults.Count > 0 ? $"cannot be read: {source.Faults[0].Place}: {source.Faults[0].Reason}" : "cannot be read",
        TrustSourceState.Empty => source.PassedOver.Count > 0 ? $"no certificate that is taken: {source.PassedOver[0].Reason}" : "without certificates",
        TrustSourceState.Read => $"{source.Certificates.Count} certificates",
        TrustSourceState.BuiltIn => "a list inside the runtime, Mozilla's",
        _ => source.Obstacle ?? "could not be looked at",
    };
}
