using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>
/// Judges an API server's certificate. The name is always checked, with a private authority too: without that, any holder of a certificate
/// of the cluster's authority (every kubelet) could stand in the middle.
/// </summary>
internal sealed class ServerCertificateCheck(ClusterEndpoint cluster)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    public bool Accepts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (cluster.SkipVerification)
        {
            return true;
        }

        if (certificate is not X509Certificate2 leaf || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
        {
            return false;
        }

        return cluster.Authorities is { } authorities ? Leads(leaf, chain, authorities) : errors == SslPolicyErrors.None;
    }

    private static bool Leads(X509Certificate2 leaf, X509Chain? sent, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        // Cluster authorities publish no revocation lists, and a check would go out to the network.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        if (sent is not null)
        {
            foreach (var element in sent.ChainElements)
            {
                chain.ChainPolicy.ExtraStore.Add(element.Certificate);
            }
        }

        return chain.Build(leaf);
    }
}
