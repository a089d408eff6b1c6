using System.Text.Json.Serialization;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>The ExecCredential object that is handed to a plugin and that it answers with (client.authentication.k8s.io).</summary>
internal sealed record ExecCredentialDocument(string? ApiVersion, string? Kind, ExecCredentialDocument.SpecPart? Spec, ExecCredentialDocument.StatusPart? Status)
{
    internal sealed record SpecPart(bool Interactive, ClusterPart? Cluster);

    internal sealed record ClusterPart(
        string Server,
        [property: JsonPropertyName("tls-server-name")] string? TlsServerName,
        [property: JsonPropertyName("insecure-skip-tls-verify")] bool? InsecureSkipTlsVerify,
        [property: JsonPropertyName("certificate-authority-data")] byte[]? CertificateAuthorityData,
        [property: JsonPropertyName("proxy-url")] string? ProxyUrl);

    internal sealed record StatusPart(string? Token, string? ClientCertificateData, string? ClientKeyData, DateTimeOffset? ExpirationTimestamp);
}
