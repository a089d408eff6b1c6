using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>
/// What a credential plugin answered, kept until it expires or the server refuses it. Requests that need a new one at the same time
/// share one run: a plugin may open a browser.
/// </summary>
internal sealed class PluginCredentials(ExecPlugin plugin, X509Certificate2? certificate, TimeProvider clock) : ICredentialSource, IDisposable
{
    // A token that ends while a request is under way is as good as none.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _running = new(1, 1);
    private volatile ExecAnswer? _answer;

    public bool CanRenew => true;

    public async ValueTask<Credential> GetAsync(bool renew, CancellationToken cancellationToken)
    {
        var refused = renew ? _answer : null;
        if (Usable(_answer, refused))
        {
            return ToCredential(_answer!);
        }

        await _running.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited here for somebody else's run takes its answer.
            if (!Usable(_answer, refused))
            {
                _answer = await plugin.RunAsync(cancellationToken);
            }

            return ToCredential(_answer!);
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();

    private bool Usable(ExecAnswer? answer, ExecAnswer? refused) =>
        answer is not null && !ReferenceEquals(answer, refused) && (answer.ExpiresAt is not { } end || clock.GetUtcNow() < end - Margin);

    private Credential ToCredential(ExecAnswer answer) => new(
        answer.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null,
        answer.Certificate ?? certificate);
}
