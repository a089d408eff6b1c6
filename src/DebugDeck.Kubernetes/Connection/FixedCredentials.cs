namespace DebugDeck.Kubernetes.Connection;

/// <summary>A token, password or certificate that stands in the kubeconfig.</summary>
internal sealed class FixedCredentials(Credential credential) : ICredentialSource
{
    public bool CanRenew => false;

    public ValueTask<Credential> GetAsync(bool renew, CancellationToken cancellationToken) => ValueTask.FromResult(credential);
}
