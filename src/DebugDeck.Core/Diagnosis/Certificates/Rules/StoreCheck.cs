using System.Globalization;
using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>
/// Whether the program has authorities to believe at all: where its runtime looks, and what it finds there. A store that nobody needs is a warning;
/// with a server to talk to, its absence explains a failure.
/// </summary>
public sealed class StoreCheck : ICheck
{
    public string Name => "ca.store";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => new TrustCase(inputs, evidence).Needs();

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        var trust = new TrustCase(inputs, evidence);
        var store = trust.Store;
        if (!store.IsKnown && store.Certificates.Count == 0)
        {
            return [new Finding("ca.store-unknown", Severity.Info, "The program's certificate authorities could not be looked at", "The files that its runtime reads were not reached, so nothing is said about them.") { Evidence = Evidence(trust) }];
        }

        var severity = Endpoint.All(inputs).Count > 0 && IsCertain(trust) && (trust.Situation.Runtime != TrustRuntime.Unknown || trust.Elsewhere().Count == 0) ? Severity.Problem : Severity.Warning;
        var findings = new List<Finding>();
        if (store.IsEmpty)
        {
            findings.Add(Empty(trust, severity));
        }
        else
        {
            findings.AddRange(Beside(trust));
            var count = store.Certificates.Count;
            var first = count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", the first of them expires {store.Certificates.Min(certificate => certificate.NotAfter):yyyy-MM-dd}");
            var title = store.TrustsPublicAuthorities
                ? $"{trust.RuntimeName} brings its own list of authorities{(count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and adds {count}"))}"
                : string.Create(CultureInfo.InvariantCulture, $"{trust.RuntimeName} finds {count} certificate authorities{first}");
            findings.Add(new Finding("ca.store", Severity.Ok, title, "What the program believes, by the rules of its runtime.") { Evidence = Evidence(trust) });
        }

        var expired = store.Certificates.Where(certificate => certificate.IsExpiredAt(evidence.TakenAt)).ToList();
        if (expired.Count > 0)
        {
            findings.Add(new Finding(
                "ca.store-expired",
                Severity.Info,
                string.Create(CultureInfo.InvariantCulture, $"{expired.Count} of its authorities have expired"),
                "Servers below an expired authority are refused. An old bundle also lacks the new authorities: take a newer base image.")
            {
                Evidence = [.. expired.Take(5).Select(certificate => new Evidence("file", certificate.Subject.Text, string.Create(CultureInfo.InvariantCulture, $"expired {certificate.NotAfter:yyyy-MM-dd}")))],
            });
        }

        return findings;
    }

    // Without the program's environment a variable of the image may point somewhere that we did not look into.
    private static bool IsCertain(TrustCase trust) => trust.Situation.KnowsEnvironment || trust.Situation.Runtime == TrustRuntime.Java
        || trust.Store.Sources.All(source => source.State is TrustSourceState.Missing or TrustSourceState.NotReached);

    private static Finding Empty(TrustCase trust, Severity severity)
    {
        var sources = trust.Store.Sources;
        var elsewhere = trust.Elsewhere();
        var (rule, title, explanation) = sources switch
        {
            _ when sources.FirstOrDefault(source => source.State == TrustSourceState.Unreadable) is { } closed =>
                ("ca.bundle-unreadable", $"The program's user may not read {closed.Place.Path}", "The bundle is there, but its mode keeps the user that the program runs as from reading it, so no server's certificate can be verified."),
            _ when sources.FirstOrDefault(source => source.State == TrustSourceState.Broken) is { } broken =>
                ("ca.bundle-broken", $"{trust.RuntimeName} cannot use {broken.Place.Path}", "The file is there and is not what the runtime reads: a damaged block spoils a whole file for OpenSSL, and Java reads key stores only."),
            _ when elsewhere.Count > 0 =>
                ("ca.bundle-elsewhere", $"There are certificate authorities in the container, but not where {trust.RuntimeName} looks", $"{elsewhere[0].Path} holds authorities. {trust.RuntimeName} reads {Places(trust)} and finds none there."),
            _ => ("ca.bundle-missing", "The container has no certificate authorities", $"{trust.RuntimeName} reads {Places(trust)}, and none of it has a certificate. Without authorities every server is unknown, whatever certificate it has."),
        };
        return new Finding(rule, severity, title, explanation)
        {
            Evidence = [.. Evidence(trust), .. elsewhere.GroupBy(pair => pair.Path).Take(3).Select(group => new Evidence("file", group.Key, string.Create(CultureInfo.InvariantCulture, $"{group.Count()} certificates that are not read")))],
            Fixes = CertificateFixes.ForStore(trust, elsewhere.Count > 0 ? elsewhere[0].Path : null, rule),
            Links = [CertificateFixes.Link(trust.Situation.Runtime)],
        };
    }

    private static IEnumerable<Finding> Beside(TrustCase trust)
    {
        foreach (var source in trust.Store.Sources.Where(source => !source.Place.IsAlternative && !source.Place.Reason.StartsWith("default", StringComparison.Ordinal)
            && !source.Place.Reason.StartsWith("--use", StringComparison.Ordinal) && !source.Place.Reason.StartsWith("the distribution", StringComparison.Ordinal)))
        {
            var (rule, words) = source.State switch
            {
                TrustSourceState.Missing => ("ca.bundle-missing", "is not there"),
                TrustSourceState.Unreadable => ("ca.bundle-unreadable", "may not be read by the program's user"),
                TrustSourceState.Broken => ("ca.bundle-broken", "cannot be read"),
                _ => ("", ""),
            };
            if (rule.Length > 0)
            {
                yield return new Finding(rule, Severity.Warning, $"{source.Place.Reason} names {source.Place.Path}, which {words}", "The runtime passes over it, in most cases without a word, and does without these authorities.")
                {
                    Evidence = Evidence(trust),
                };
            }
        }

        var strangers = trust.Elsewhere().Where(pair => pair.Certificate.IsAuthority && !Chains.PublicAuthorities.Contains(pair.Certificate)).ToList();
        if (strangers.Count > 0)
        {
            yield return new Finding(
                "ca.not-read",
                Severity.Info,
                $"{trust.RuntimeName} does not read {strangers[0].Path}",
                "Authorities lie in the container where this runtime does not look, or in a form that it does not take. That is harmless unless a server needs them.")
            {
                Evidence = [.. strangers.Take(5).Select(pair => new Evidence("file", pair.Path, pair.Certificate.Subject.Text))],
            };
        }
    }

    private static string Places(TrustCase trust) => string.Join(", ", trust.Store.Sources.Select(source => source.Place.Path).Distinct().Take(6));

    private static IReadOnlyList<Evidence> Evidence(TrustCase trust) => [trust.RuntimeEvidence, .. trust.Store.Describe()];
}
