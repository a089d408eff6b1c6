using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Kubernetes.Configuration;

/// <summary>The context of a program that runs in a pod: the cluster's own address and the pod's service account.</summary>
public static class InCluster
{
    /// <summary>The name it goes by, since no kubeconfig gives it one.</summary>
    public const string Name = "in-cluster";

    /// <summary>Where the kubelet mounts a service account.</summary>
    public const string Mount = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>The context; null if this is no pod, or one without a service account.</summary>
    /// <param name="environment">Looks an environment variable up.</param>
    /// <param name="mount">Where the service account is mounted.</param>
    public static KubeContext? Find(Func<string, string?> environment, string mount = Mount)
    {
        var (host, port) = (environment("KUBERNETES_SERVICE_HOST"), environment("KUBERNETES_SERVICE_PORT"));
        var token = Path.Combine(mount, "token");
        if (host is not { Length: > 0 } || port is not { Length: > 0 } || !File.Exists(token))
        {
            return null;
        }

        var authority = Authority(Path.Combine(mount, "ca.crt"));
        var address = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        var cluster = new ClusterEndpoint { Server = new Uri($"https://{address}:{port}/"), AuthorityPem = authority.Pem, Authorities = authority.Parsed };
        var space = Path.Combine(mount, "namespace");
        return new KubeContext(Name, File.Exists(space) ? File.ReadAllText(space).Trim() : "default", cluster, new UserCredentials { TokenFile = token });
    }

    // As client-go: a missing or unreadable file means the system's authorities.
    private static (byte[]? Pem, X509Certificate2Collection? Parsed) Authority(string file)
    {
        try
        {
            var pem = File.ReadAllBytes(file);
            var parsed = new X509Certificate2Collection();
            parsed.ImportFromPem(System.Text.Encoding.UTF8.GetString(pem));
            return (pem, parsed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return (null, null);
        }
    }
}
