using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>A token in a file that something else renews: read again every minute and when the server refuses it.</summary>
internal sealed class TokenFileCredentials(string file, X509Certificate2? certificate, TimeProvider clock) : ICredentialSource
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Reading? _last;

    public bool CanRenew => true;

    public async ValueTask<Credential> GetAsync(bool renew, CancellationToken cancellationToken)
    {
        var last = _last;
        if (last is null || renew || clock.GetElapsedTime(last.At) > Fresh)
        {
            try
            {
                var token = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
                _last = last = new Reading(new Credential(new AuthenticationHeaderValue("Bearer", token), certificate), clock.GetTimestamp());
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new DebugDeckException(ErrorKind.NotPermitted, $"cannot read the token file {file}: {error.Message}", inner: error);
            }
        }

        return last.Credential;
    }

    private sealed record Reading(Credential Credential, long At);
}
