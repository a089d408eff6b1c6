using System.Text;
using DebugDeck.Kubernetes.Configuration;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Tests.Connection;

namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>Connections for tests.</summary>
internal static class KubeAccess
{
    public static KubeConnection To(string kubeconfig) =>
        new(KubeContextReader.Read(KubeConfig.Load(new KubeConfigPaths([kubeconfig], MustExist: true))), TimeProvider.System);

    public static KubeConnection To(TestApiServer server)
    {
        using var folder = new TemporaryFolder();
        return To(folder.Write("config", $$"""
            current-context: test
            clusters:
            - name: c
              cluster:
                server: https://localhost:{{server.Port}}
                certificate-authority-data: {{Convert.ToBase64String(Encoding.UTF8.GetBytes(server.AuthorityPem))}}
            contexts: [{ name: test, context: { cluster: c, user: u } }]
            users: [{ name: u, user: { token: t } }]
            """));
    }
}
