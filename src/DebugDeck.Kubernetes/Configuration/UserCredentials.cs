using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Kubernetes.Configuration;

/// <summary>How a user proves who they are. Several may be set; see <c>CredentialSource</c> for which wins.</summary>
public sealed record UserCredentials
{
    public static UserCredentials None { get; } = new();

    public X509Certificate2? Certificate { get; init; }

    public string? Token { get; init; }

    /// <summary>Wins over <see cref="Token"/>, as in kubectl, and is read again as it is renewed.</summary>
    public string? TokenFile { get; init; }

    public string? BasicUser { get; init; }

    public string? BasicPassword { get; init; }

    public ExecPluginSpec? Plugin { get; init; }

    public Impersonation? Impersonation { get; init; }
}
