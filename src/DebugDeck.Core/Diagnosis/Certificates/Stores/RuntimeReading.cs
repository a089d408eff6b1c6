using System.Globalization;
using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>Which certificates of a file a runtime takes: they do not agree on forms, and not on what to do with a broken block.</summary>
internal static class RuntimeReading
{
    /// <summary>What it takes, what it leaves, and whether the file is spoilt for it.</summary>
    public static (IReadOnlyList<StoredCertificate> Kept, IReadOnlyList<(StoredCertificate Stored, string Reason)> PassedOver, bool IsSpoilt) Of(
        CertificateFile file, TrustPlaceKind kind, TrustRuntime runtime)
    {
        var isStore = file.Format is CertificateFormat.Jks or CertificateFormat.Pkcs12;
        if (isStore != (kind == TrustPlaceKind.KeyStore))
        {
            var reason = isStore ? "a Java key store, which only Java reads" : "not a key store, and Java reads nothing else";
            return ([], [.. file.Certificates.Select(stored => (stored, reason))], true);
        }

        // PEM_X509_INFO_read_bio gives up at the first block it cannot read, and OpenSSL then takes nothing of the file.
        var broken = file.Faults.FirstOrDefault(fault => fault.Kind == CertificateFaultKind.Broken);
        var readsAllOrNothing = runtime is TrustRuntime.OpenSsl or TrustRuntime.Python or TrustRuntime.PythonRequests or TrustRuntime.Unknown;
        if (broken is not null && file.Format == CertificateFormat.Pem && readsAllOrNothing)
        {
            return ([], [.. file.Certificates.Select(stored => (stored, $"{broken.Place} is broken ({broken.Reason}), and OpenSSL then takes nothing of the file"))], true);
        }

        var kept = new List<StoredCertificate>();
        var passedOver = new List<(StoredCertificate, string)>();
        foreach (var stored in file.Certificates)
        {
            if (broken is not null && StopsThere(runtime) && Line(stored.Place) > Line(broken.Place))
            {
                passedOver.Add((stored, $"it stands behind {broken.Place}, which is broken ({broken.Reason})"));
            }
            else if (Reason(stored.Form, runtime) is { } reason)
            {
                passedOver.Add((stored, reason));
            }
            else if (file.Format == CertificateFormat.Der && runtime is not TrustRuntime.DotNet)
            {
                passedOver.Add((stored, "it is binary (DER), and PEM is expected"));
            }
            else
            {
                kept.Add(stored);
            }
        }

        return (kept, passedOver, kept.Count == 0 && (file.Faults.Count > 0 || passedOver.Count > 0));
    }

    // They read block after block and end at the first that they cannot read (seen with Node 20).
    private static bool StopsThere(TrustRuntime runtime) => runtime is TrustRuntime.Node or TrustRuntime.DotNet;

    private static int Line(string place) =>
        place.StartsWith("line ", StringComparison.Ordinal) && int.TryParse(place.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0;

    private static string? Reason(StoredForm form, TrustRuntime runtime) => (form, runtime) switch
    {
        (StoredForm.Plain, _) => null,
        (StoredForm.WithoutJavaTrust, _) => "without the attribute that makes it an authority for Java (made by OpenSSL?)",
        (_, TrustRuntime.Go) => "Go takes only plain CERTIFICATE blocks without headers",
        (StoredForm.Trusted, TrustRuntime.DotNet) => ".NET skips TRUSTED CERTIFICATE blocks",
        _ => null,
    };
}
