using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>
/// What a credential plugin answered, kept until it expires or the server refuses it. Requests that need a new one at the same time
/// share one run, and its failure: a plugin may open a browser.
/// </summary>
internal sealed class PluginCredentials(ExecPlugin plugin, X509Certificate2? certificate, TimeProvider clock) : ICredentialSource, IDisposable
{
    // A token that ends while a request is under way is as good as none.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _running = new(1, 1);
    private volatile ExecAnswer? _answer;
    private volatile int _runs;
    private DebugDeckException? _failure;

    public bool CanRenew => true;

    public async ValueTask<Credential> GetAsync(bool renew, CancellationToken cancellationToken)
    {
        var refused = renew ? _answer : null;
        if (Usable(_answer, refused))
        {
            return ToCredential(_answer!);
        }

        var before = _runs;
        await _running.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited here for somebody else's run takes what came of it.
            if (!Usable(_answer, refused))
            {
                _answer = _runs != before && _failure is { } failure
                    ? throw new DebugDeckException(failure.Kind, failure.Message, failure.Hint, failure)
                    : await RunAsync(cancellationToken);
            }

            return ToCredential(_answer!);
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();

    private async Task<ExecAnswer> RunAsync(CancellationToken cancellationToken)
    {
        _failure = null;
        try
        {
            return await plugin.RunAsync(cancellationToken);
        }
        catch (DebugDeckException error)
        {
            _failure = error;
            throw;
        }
        finally
        {
            _runs++;
        }
    }

    private bool Usable(ExecAnswer? answer, ExecAnswer? refused) =>
        answer is not null && !ReferenceEquals(answer, refused) && (answer.ExpiresAt is not { } end || clock.GetUtcNow() < end - Margin);

    private Credential ToCredential(ExecAnswer answer) => new(
        answer.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null,
        answer.Certificate ?? certificate);
}
