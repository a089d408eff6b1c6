using System.Net.Http.Headers;
using System.Text;
using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>Chooses among the credentials of a user in client-go's order: token file, token, plugin, password; a certificate goes with any of them.</summary>
internal static class CredentialSource
{
    public static ICredentialSource For(KubeContext context, TimeProvider clock, Action<string> pluginSays) => context.User switch
    {
        { TokenFile: { } file } user => new TokenFileCredentials(file, user.Certificate, clock),
        { Token: { } token } user => new FixedCredentials(new Credential(new AuthenticationHeaderValue("Bearer", token), user.Certificate)),
        { Plugin: { } plugin } user => new PluginCredentials(new ExecPlugin(plugin, context.Cluster, pluginSays), user.Certificate, clock),
        { BasicUser: { } name } user => new FixedCredentials(new Credential(new AuthenticationHeaderValue("Basic", Basic(name, user.BasicPassword)), user.Certificate)),
        var user => new FixedCredentials(new Credential(null, user.Certificate)),
    };

    private static string Basic(string name, string? password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"));
}
