using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Configuration;

/// <summary>Turns one context of a kubeconfig into what a connection needs.</summary>
public static class KubeContextReader
{
    /// <param name="config">The merged files.</param>
    /// <param name="name">The context, or null for the current one.</param>
    /// <exception cref="DebugDeckException">Usage: no such context, or what it names is missing or unreadable.</exception>
    public static KubeContext Read(KubeConfig config, string? name = null)
    {
        var chosen = string.IsNullOrEmpty(name) ? config.CurrentContext : name;
        if (chosen.Length == 0)
        {
            throw new DebugDeckException(ErrorKind.Usage, "no current context is set", "choose one with --context, or `kubectl config use-context NAME`");
        }

        var files = string.Join(", ", config.Files);
        var context = config.Context(chosen) ?? throw new DebugDeckException(
            ErrorKind.Usage,
            $"context '{chosen}' does not exist in {(files.Length > 0 ? files : "any kubeconfig")}",
            config.Contexts.Count > 0 ? $"there are: {string.Join(", ", config.Contexts.Order(StringComparer.Ordinal))}" : null);
        var clusterName = context.Text("cluster") ?? "";
        var cluster = config.Cluster(clusterName) ?? throw new DebugDeckException(ErrorKind.Usage, $"context '{chosen}' names cluster '{clusterName}', which is not in {files}");
        var user = UserCredentials.None;
        if (context.Text("user") is { } userName)
        {
            user = ReadUser(config.User(userName) ?? throw new DebugDeckException(ErrorKind.Usage, $"context '{chosen}' names user '{userName}', which is not in {files}"), userName);
        }

        return new KubeContext(chosen, context.Text("namespace") ?? "default", ReadCluster(cluster, clusterName), user);
    }

    private static ClusterEndpoint ReadCluster(KubeConfigNode cluster, string name)
    {
        var server = cluster.Text("server") ?? throw new DebugDeckException(ErrorKind.Usage, $"cluster '{name}' in {cluster.File} has no server");
        var authority = cluster.Content("certificate-authority");
        return new ClusterEndpoint
        {
            Server = Address(server.TrimEnd('/') + "/", $"server of cluster '{name}'"),
            AuthorityPem = authority,
            Authorities = authority is null ? null : ReadAuthorities(authority, cluster.File),
            SkipVerification = cluster.Flag("insecure-skip-tls-verify"),
            ServerName = cluster.Text("tls-server-name"),
            Proxy = cluster.Text("proxy-url") is { } proxy ? Address(proxy, $"proxy-url of cluster '{name}'") : null,
        };
    }

    private static UserCredentials ReadUser(KubeConfigNode user, string name)
    {
        var credentials = new UserCredentials
        {
            Certificate = ReadCertificate(user),
            Token = user.Text("token"),
            TokenFile = user.FilePath("tokenFile"),
            BasicUser = user.Text("username"),
            BasicPassword = user.Text("password"),
            Plugin = user.Node("exec") is { } plugin ? ReadPlugin(plugin) : null,
            Impersonation = ReadImpersonation(user),
        };
        if (user.Node("auth-provider") is not null && credentials is { Token: null, TokenFile: null, Plugin: null, Certificate: null })
        {
            throw new DebugDeckException(ErrorKind.Usage, $"user '{name}' uses auth-provider, which Kubernetes removed in 1.26", "use the provider's exec credential plugin");
        }

        return credentials;
    }

    private static Impersonation? ReadImpersonation(KubeConfigNode user)
    {
        if (user.Text("as") is not { } actAs)
        {
            return null;
        }

        var extra = user.Node("as-user-extra");
        return new Impersonation(
            actAs,
            user.Text("as-uid"),
            user.Texts("as-groups"),
            extra?.Keys().ToDictionary(key => key, extra.Texts) ?? new Dictionary<string, IReadOnlyList<string>>());
    }

    private static ExecPluginSpec ReadPlugin(KubeConfigNode plugin)
    {
        var command = plugin.Text("command") ?? throw new DebugDeckException(ErrorKind.Usage, $"an exec plugin in {plugin.File} has no command");
        return new ExecPluginSpec(
            plugin.Text("apiVersion") ?? throw new DebugDeckException(ErrorKind.Usage, $"the exec plugin {command} in {plugin.File} has no apiVersion"),
            plugin.Program(command),
            plugin.Texts("args"),
            plugin.Nodes("env").ToDictionary(variable => variable.Text("name") ?? "", variable => variable.Text("value") ?? ""),
            plugin.Text("interactiveMode") ?? "IfAvailable",
            plugin.Text("installHint"),
            plugin.Flag("provideClusterInfo"));
    }

    private static X509Certificate2Collection ReadAuthorities(byte[] pem, string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(Encoding.UTF8.GetString(pem));
        }
        catch (CryptographicException error)
        {
            throw new DebugDeckException(ErrorKind.Usage, $"the certificate authority of {file} is not a PEM certificate", inner: error);
        }

        return authorities;
    }

    private static X509Certificate2? ReadCertificate(KubeConfigNode user)
    {
        if (user.Content("client-certificate") is not { } certificate || user.Content("client-key") is not { } key)
        {
            return null;
        }

        try
        {
            return PemCertificate.Read(Encoding.UTF8.GetString(certificate), Encoding.UTF8.GetString(key));
        }
        catch (CryptographicException error)
        {
            throw new DebugDeckException(ErrorKind.Usage, $"the client certificate or key of {user.File} cannot be read: {error.Message}", inner: error);
        }
    }

    private static Uri Address(string text, string what) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address
        : throw new DebugDeckException(ErrorKind.Usage, $"the {what} is not a URL: '{text}'");
}
