using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes.Tests.Configuration;

public sealed class KubeConfigTests : IDisposable
{
    private const string TwoContexts = """
        apiVersion: v1
        kind: Config
        current-context: prod
        clusters:
        - name: c1
          cluster: { server: "https://one.example:6443/k8s/clusters/x" }
        contexts:
        - name: prod
          context: { cluster: c1, user: u1, namespace: shop }
        - name: Prod
          context: { cluster: c1 }
        users:
        - name: u1
          user: { token: first }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_current_context_names_cluster_user_and_namespace()
    {
        var context = KubeContextReader.Read(Load(_folder.Write("config", TwoContexts)));

        Assert.Equal("prod", context.Name);
        Assert.Equal("shop", context.Namespace);
        Assert.Equal("first", context.User.Token);
        Assert.Equal("https://one.example:6443/k8s/clusters/x/", context.Cluster.Server.ToString());
    }

    [Fact]
    public void Names_that_differ_only_by_case_are_different_contexts()
    {
        var context = KubeContextReader.Read(Load(_folder.Write("config", TwoContexts)), "Prod");

        Assert.Equal("Prod", context.Name);
        Assert.Null(context.User.Token);
        Assert.Equal("default", context.Namespace);
    }

    [Fact]
    public void The_first_file_to_name_an_entry_wins_and_others_add_theirs()
    {
        var first = _folder.Write("first", TwoContexts);
        var second = _folder.Write("second", """
            current-context: other
            users:
            - name: u1
              user: { token: second }
            contexts:
            - name: other
              context: { cluster: c1, user: u1 }
            """);

        var config = Load(first, second);

        Assert.Equal("prod", config.CurrentContext);
        Assert.Equal("first", KubeContextReader.Read(config, "other").User.Token);
    }

    [Fact]
    public void Relative_paths_belong_to_the_folder_of_their_own_file()
    {
        var first = _folder.Write("a/config", TwoContexts);
        var second = _folder.Write("b/config", """
            clusters:
            - name: c2
              cluster: { server: "https://two.example" }
            users:
            - name: u2
              user: { tokenFile: secrets/token }
            contexts:
            - name: two
              context: { cluster: c2, user: u2 }
            """);

        var context = KubeContextReader.Read(Load(first, second), "two");

        Assert.Equal(Path.Combine(_folder.Path, "b", "secrets", "token"), context.User.TokenFile);
    }

    [Fact]
    public void A_plugin_with_a_relative_path_is_found_beside_its_kubeconfig_and_a_bare_name_on_the_path()
    {
        var file = _folder.Write("config", """
            clusters:
            - name: c
              cluster: { server: "https://one.example" }
            users:
            - name: relative
              user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: ./bin/login, args: ["two words", x], env: [{ name: A, value: "1" }] } }
            - name: bare
              user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: login, interactiveMode: Never, provideClusterInfo: true } }
            contexts:
            - name: relative
              context: { cluster: c, user: relative }
            - name: bare
              context: { cluster: c, user: bare }
            """);

        var relative = KubeContextReader.Read(Load(file), "relative").User.Plugin!;
        var bare = KubeContextReader.Read(Load(file), "bare").User.Plugin!;

        Assert.Equal(Path.Combine(_folder.Path, "bin", "login"), relative.Program);
        Assert.Equal(["two words", "x"], relative.Arguments);
        Assert.Equal("1", relative.Environment["A"]);
        Assert.Equal("IfAvailable", relative.InteractiveMode);
        Assert.Equal("login", bare.Program);
        Assert.True(bare.ProvideClusterInfo);
    }

    [Fact]
    public void Impersonation_is_read_whole()
    {
        var file = _folder.Write("config", """
            current-context: c
            clusters: [{ name: c, cluster: { server: "https://one.example" } }]
            contexts: [{ name: c, context: { cluster: c, user: u } }]
            users: [{ name: u, user: { token: t, as: jane, as-uid: "7", as-groups: [dev, ops], as-user-extra: { reason: [on-call, night] } } }]
            """);

        var actAs = KubeContextReader.Read(Load(file)).User.Impersonation!;

        Assert.Equal("jane", actAs.User);
        Assert.Equal("7", actAs.Uid);
        Assert.Equal(["dev", "ops"], actAs.Groups);
        Assert.Equal(["on-call", "night"], actAs.Extra["reason"]);
    }

    [Fact]
    public void Files_of_KUBECONFIG_may_be_missing()
    {
        var config = Load(Path.Combine(_folder.Path, "nothing-here"), _folder.Write("config", TwoContexts));

        Assert.Equal("prod", config.CurrentContext);
        Assert.Contains("nothing-here", Assert.Single(config.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_the_user_named_must_be_there()
    {
        var error = Assert.Throws<DebugDeckException>(() => KubeConfig.Load(new KubeConfigPaths([Path.Combine(_folder.Path, "nothing-here")], MustExist: true)));

        Assert.Equal(ErrorKind.Usage, error.Kind);
    }

    [Theory]
    [InlineData("clusters:\n  - name: a\n bad", "line 3")]
    [InlineData("clusters:\n- name: [x\nfoo: bar\n", "is not YAML")]
    public void A_broken_file_is_reported_and_where(string content, string words)
    {
        var error = Assert.Throws<DebugDeckException>(() => Load(_folder.Write("config", content)));

        Assert.Equal(ErrorKind.Usage, error.Kind);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nope", "context 'nope' does not exist")]
    [InlineData("no-cluster", "names cluster 'gone'")]
    [InlineData("no-user", "names user 'gone'")]
    [InlineData("old", "auth-provider")]
    public void What_is_missing_is_named(string context, string words)
    {
        var file = _folder.Write("config", """
            clusters: [{ name: c, cluster: { server: "https://one.example" } }]
            contexts:
            - { name: no-cluster, context: { cluster: gone } }
            - { name: no-user, context: { cluster: c, user: gone } }
            - { name: old, context: { cluster: c, user: oidc } }
            users: [{ name: oidc, user: { auth-provider: { name: oidc } } }]
            """);

        var error = Assert.Throws<DebugDeckException>(() => KubeContextReader.Read(Load(file), context));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "/home/me/.kube/config")]
    [InlineData(null, "", "/home/me/.kube/config")]
    [InlineData(null, ":/a::/b:/a:", "/a|/b")]
    [InlineData("/named", "/a", "/named")]
    public void The_files_are_looked_for_where_kubectl_looks(string? named, string? variable, string expected) =>
        Assert.Equal(expected, string.Join('|', KubeConfigPaths.Find(named, variable, "/home/me").Files));

    private static KubeConfig Load(params string[] files) => KubeConfig.Load(new KubeConfigPaths(files, MustExist: false));
}
