using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Certificates.Stores;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>What to paste. Never a way to verify less.</summary>
internal static class CertificateFixes
{
    private const string Bundle = "/etc/ssl/certs/ca-certificates.crt";

    public static string Link(TrustRuntime runtime) => runtime switch
    {
        TrustRuntime.Go => "https://pkg.go.dev/crypto/x509#SystemCertPool",
        TrustRuntime.DotNet => "https://learn.microsoft.com/dotnet/standard/security/cross-platform-cryptography",
        TrustRuntime.Java => "https://docs.oracle.com/en/java/javase/21/security/java-secure-socket-extension-jsse-reference-guide.html",
        TrustRuntime.Node => "https://nodejs.org/api/cli.html#node_extra_ca_certsfile",
        TrustRuntime.Python => "https://docs.python.org/3/library/ssl.html#ssl.SSLContext.set_default_verify_paths",
        TrustRuntime.PythonRequests => "https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification",
        _ => "https://docs.openssl.org/master/man3/SSL_CTX_load_verify_locations/",
    };

    /// <summary>For a store that is empty or does not hold what is in <paramref name="path"/>.</summary>
    public static IReadOnlyList<Fix> ForStore(TrustCase trust, string? path, string rule)
    {
        var fixes = new List<Fix>();
        if (rule == "ca.bundle-unreadable")
        {
            fixes.Add(new Fix(FixKind.Immediate, "Let everybody read the mounted file", "yaml", "# in the volume of the ConfigMap or Secret\ndefaultMode: 0444"));
            fixes.Add(new Fix(FixKind.Lasting, "Copy it so that everybody may read it", "dockerfile", $"COPY --chmod=0444 --from=build {Bundle} {Bundle}"));
            return fixes;
        }

        if (path is not null && Variable(trust.Situation.Runtime, path) is { } variable)
        {
            fixes.Add(new Fix(FixKind.Immediate, $"Point {trust.RuntimeName} to the file that is there", "yaml", $"env:\n  - name: {variable.Name}\n    value: \"{variable.Value}\""));
        }

        if (trust.Situation.Runtime == TrustRuntime.Java && path is not null && fixes.Count == 0)
        {
            fixes.Add(new Fix(
                FixKind.Immediate, "Make a trust store of the file that is there before the program starts", "yaml",
                $"initContainers:\n  - name: trust-store\n    image: eclipse-temurin:21\n    command: [sh, -c, 'cp $JAVA_HOME/lib/security/cacerts /trust/store && keytool -importcert -noprompt -keystore /trust/store -storepass changeit -alias corp -file {path}']\n    volumeMounts: [{{name: trust, mountPath: /trust}}]   # and the volume of {path}\nenv:\n  - name: JAVA_TOOL_OPTIONS\n    value: \"-Djavax.net.ssl.trustStore=/trust/store -Djavax.net.ssl.trustStorePassword=changeit\"\nvolumes:\n  - name: trust\n    emptyDir: {{}}"));
        }

        fixes.AddRange(path is null ? [trust.Situation.Runtime == TrustRuntime.Java ? Mount(TrustRuntime.Java) : MountBundle(trust.Situation.Runtime)] : []);
        fixes.Add(trust.Situation.Runtime == TrustRuntime.Java
            ? new Fix(FixKind.Lasting, "Import it into a trust store while building", "dockerfile", "FROM eclipse-temurin:21 AS ca\nCOPY corp-ca.crt /tmp/\nRUN keytool -importcert -noprompt -cacerts -storepass changeit -alias corp -file /tmp/corp-ca.crt\n# final stage; the path is JAVA_HOME/lib/security/cacerts of its image\nCOPY --from=ca /opt/java/openjdk/lib/security/cacerts /etc/ssl/certs/java/cacerts")
            : Copy(trust.Family));
        return fixes;
    }

    /// <summary>For an authority that the program does not know.</summary>
    public static IReadOnlyList<Fix> Authority(ChainCase at, DistinguishedName missing)
    {
        var fixes = new List<Fix>();
        if (at.Sent.FirstOrDefault(certificate => certificate.IsSelfIssued && certificate.Subject.Equals(missing)) is { } sent)
        {
            fixes.Add(new Fix(
                FixKind.Immediate,
                $"The authority as the server sent it. Compare the fingerprint with the one its owner tells you before you trust it: SHA-256 {sent.Fingerprint}",
                "pem",
                $"# {missing.ShortName}\n# SHA-256 {sent.Fingerprint}\n{new string(System.Security.Cryptography.PemEncoding.Write("CERTIFICATE", sent.Der.Span))}"));
        }

        fixes.Add(Mount(at.Trust.Situation.Runtime));
        fixes.Add(new Fix(
            FixKind.Lasting, "Hand it out to every namespace with trust-manager", "yaml",
            "apiVersion: trust.cert-manager.io/v1alpha1\nkind: Bundle\nmetadata:\n  name: corp-ca\nspec:\n  sources:\n    - useDefaultCAs: true\n    - secret: {name: corp-root, key: ca.crt}\n  target:\n    configMap: {key: ca-bundle.crt}"));
        return fixes;
    }

    public static IReadOnlyList<Fix> Intermediate(ChainCase at, DistinguishedName missing) =>
    [
        new Fix(FixKind.Lasting, "Have the server send the whole chain", "shell", $"cat server.crt intermediate.crt > fullchain.crt   # {missing.ShortName}{(at.Verdict.Path[^1].Extensions.IssuerUrls.Count > 0 ? $", at {at.Verdict.Path[^1].Extensions.IssuerUrls[0]}" : "")}\n# nginx: ssl_certificate fullchain.crt; cert-manager and ACME clients write fullchain.pem"),
        new Fix(FixKind.Immediate, "Until then, give the program the intermediate as well (its fingerprint checked)", "yaml", Mount(at.Trust.Situation.Runtime).Text),
    ];

    public static IReadOnlyList<Fix> Renew(ChainCase at) =>
        [new Fix(FixKind.Lasting, "Renew the certificate on the server, then look again", "shell", $"debugdeck run missing-ca ADDRESS --set endpoints={at.Request.Written}")];

    public static IReadOnlyList<Fix> Clock() => [new Fix(FixKind.Immediate, "Compare the clocks", "shell", "date -u   # on the node, and on the machine that made the certificate")];

    public static IReadOnlyList<Fix> Name(ChainCase at) => at.Sent[0].Extensions.Names.FirstOrDefault(name => !name.StartsWith('*')) is { } name
        ? [new Fix(FixKind.Immediate, "Connect by a name that the certificate is for", "text", name), .. Renew(at)]
        : Renew(at);

    private static Fix Copy(string family) => family switch
    {
        "alpine" or "wolfi" or "chainguard" => new Fix(FixKind.Lasting, "Install the bundle", "dockerfile", "RUN apk add --no-cache ca-certificates"),
        "rhel" or "fedora" or "centos" or "rocky" or "almalinux" => new Fix(FixKind.Lasting, "Copy the bundle from an image that has it", "dockerfile", "FROM registry.access.redhat.com/ubi9/ubi AS ca\n# final stage\nCOPY --from=ca /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem\nENV SSL_CERT_FILE=/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
        _ => new Fix(FixKind.Lasting, "Copy the bundle from a build stage", "dockerfile", $"FROM debian:13-slim AS ca\nRUN apt-get update && apt-get install -y --no-install-recommends ca-certificates\n# COPY corp-ca.crt /usr/local/share/ca-certificates/ && RUN update-ca-certificates\n# final stage\nCOPY --from=ca {Bundle} {Bundle}\nENV SSL_CERT_FILE={Bundle}"),
    };

    // A program that has no authorities at all needs all of them, not only a company's own.
    private static Fix MountBundle(TrustRuntime runtime)
    {
        // Where these look by themselves nothing has to be said.
        var environment = runtime is TrustRuntime.Go or TrustRuntime.DotNet || Variable(runtime, Bundle) is not { } set ? "" : $"env:\n  - name: {set.Name}\n    value: \"{set.Value}\"\n";
        return new Fix(
            FixKind.Immediate, "Mount a bundle from a ConfigMap", "yaml",
            $"# kubectl create configmap ca-bundle --from-file=ca-certificates.crt={Bundle}   # of a machine that has it\n{environment}volumeMounts:\n  - name: ca-bundle\n    mountPath: {Bundle}\n    subPath: ca-certificates.crt\n    readOnly: true\nvolumes:\n  - name: ca-bundle\n    configMap: {{name: ca-bundle}}");
    }

    // With subPath the file stands beside what the image has there; a whole volume would hide the image's bundle.
    private static Fix Mount(TrustRuntime runtime)
    {
        const string path = "/etc/ssl/certs/corp-ca.crt";
        var variable = Variable(runtime, runtime == TrustRuntime.Java ? "/etc/ssl/corp/truststore.p12" : path);
        var file = runtime == TrustRuntime.Java ? "/etc/ssl/corp/truststore.p12" : path;
        var environment = variable is { } set && runtime is not (TrustRuntime.Go or TrustRuntime.DotNet)
            ? $"env:\n  - name: {set.Name}\n    value: \"{set.Value}\"{(runtime is TrustRuntime.Node or TrustRuntime.Java ? "" : "   # replaces the image's bundle: the file has to hold the public authorities too")}\n"
            : "";
        return new Fix(
            FixKind.Immediate, "Mount the authority from a ConfigMap", "yaml",
            $"{environment}volumeMounts:\n  - name: corp-ca\n    mountPath: {file}\n    subPath: {file[(file.LastIndexOf('/') + 1)..]}\n    readOnly: true\nvolumes:\n  - name: corp-ca\n    configMap: {{name: corp-ca}}");
    }

    private static (string Name, string Value)? Variable(TrustRuntime runtime, string path) => runtime switch
    {
        TrustRuntime.Node => ("NODE_EXTRA_CA_CERTS", path),
        TrustRuntime.Java when path.EndsWith(".p12", StringComparison.Ordinal) || path.EndsWith(".jks", StringComparison.Ordinal) =>
            ("JAVA_TOOL_OPTIONS", $"-Djavax.net.ssl.trustStore={path} -Djavax.net.ssl.trustStorePassword=changeit"),
        TrustRuntime.Java => null,
        TrustRuntime.PythonRequests => ("REQUESTS_CA_BUNDLE", path),
        _ => ("SSL_CERT_FILE", path),
    };
}
