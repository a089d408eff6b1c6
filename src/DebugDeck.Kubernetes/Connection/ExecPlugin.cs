using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CliWrap;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Text;
using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>
/// Runs a credential plugin. It never gets our terminal: the screen may own it. A plugin that insists on one
/// (<c>interactiveMode: Always</c>) is told apart with what to do instead.
/// </summary>
/// <param name="spec">The plugin.</param>
/// <param name="cluster">The cluster it may ask about.</param>
/// <param name="says">Hears each line of the plugin's standard error as it comes, after the plugin's name: a login URL, a device code.</param>
internal sealed class ExecPlugin(ExecPluginSpec spec, ClusterEndpoint cluster, Action<string> says)
{
    // Long enough for a person to finish a login in a browser.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<ExecAnswer> RunAsync(CancellationToken cancellationToken)
    {
        if (spec.InteractiveMode == "Always")
        {
            throw new DebugDeckException(
                ErrorKind.NotPermitted,
                $"the credential plugin {spec.Program} needs a terminal of its own (interactiveMode: Always)",
                "log in with `kubectl get namespaces` first if it caches its answer, or use a token");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var output = new StringBuilder();
        var last = "";
        var code = await StartAsync(output, Hear, limit.Token, cancellationToken);
        return code == 0
            ? Read(output.ToString())
            : throw new DebugDeckException(ErrorKind.NotPermitted, $"the credential plugin {spec.Program} ended with {code}: {last}", spec.InstallHint);

        void Hear(string line)
        {
            if (line.Trim() is { Length: > 0 } words)
            {
                last = words;
                says($"{Path.GetFileName(spec.Program)}: {VisibleText.Escape(words)}");
            }
        }
    }

    private async Task<int> StartAsync(StringBuilder output, Action<string> hear, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            var result = await Cli.Wrap(spec.Program)
                .WithArguments(spec.Arguments)
                .WithEnvironmentVariables(variables =>
                {
                    foreach (var (name, value) in spec.Environment)
                    {
                        variables.Set(name, value);
                    }

                    variables.Set("KUBERNETES_EXEC_INFO", Question());
                })
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output, Encoding.UTF8))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(hear, Encoding.UTF8))
                .ExecuteAsync(limit);
            return result.ExitCode;
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DebugDeckException(ErrorKind.NotPermitted, $"the credential plugin {spec.Program} has not answered for {Patience.TotalMinutes:0} minutes", inner: error);
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException)
        {
            throw new DebugDeckException(ErrorKind.NotPermitted, $"cannot start the credential plugin {spec.Program}: {error.Message}", spec.InstallHint, error);
        }
    }

    private string Question()
    {
        var about = spec.ProvideClusterInfo
            ? new ExecCredentialDocument.ClusterPart(
                cluster.Server.ToString().TrimEnd('/'),
                cluster.ServerName,
                cluster.SkipVerification ? true : null,
                cluster.AuthorityPem,
                cluster.Proxy?.ToString())
            : null;
        var question = new ExecCredentialDocument(spec.ApiVersion, "ExecCredential", new ExecCredentialDocument.SpecPart(Interactive: false, about), null);
        return JsonSerializer.Serialize(question, ConnectionJson.Default.ExecCredentialDocument);
    }

    private ExecAnswer Read(string output)
    {
        ExecCredentialDocument? answer;
        try
        {
            answer = JsonSerializer.Deserialize(output, ConnectionJson.Default.ExecCredentialDocument);
        }
        catch (JsonException error)
        {
            throw new DebugDeckException(ErrorKind.NotPermitted, $"the credential plugin {spec.Program} answered something that is not an ExecCredential", inner: error);
        }

        if (answer?.ApiVersion != spec.ApiVersion)
        {
            throw new DebugDeckException(ErrorKind.NotPermitted, $"the credential plugin {spec.Program} answered {answer?.ApiVersion ?? "no apiVersion"}, not {spec.ApiVersion}");
        }

        var certificate = answer.Status is { ClientCertificateData: { } pem, ClientKeyData: { } key } ? PemCertificate.Read(pem, key) : null;
        return answer.Status?.Token is null && certificate is null
            ? throw new DebugDeckException(ErrorKind.NotPermitted, $"the credential plugin {spec.Program} answered neither a token nor a certificate")
            : new ExecAnswer(answer.Status!.Token, certificate, answer.Status.ExpirationTimestamp);
    }
}
