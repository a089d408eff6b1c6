using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DebugDeck.Practice.Commands;

namespace DebugDeck.Practice.Network;

/// <summary>A small HTTP/1.1 request over a connection of the practice world, with or without TLS.</summary>
internal static class HttpClientScript
{
    /// <summary>The head and the body of the answer.</summary>
    /// <exception cref="NetworkException">The connection fails.</exception>
    /// <exception cref="TlsException">The server's certificate is refused.</exception>
    public static async Task<(string Head, byte[] Body)> GetAsync(
        CommandContext context, Uri url, string method, string agent, TlsTrust? trust, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var (connection, _) = await Connection.OpenAsync(context, url.Host, url.Port, limit, cancellationToken);
        await using var raw = connection;
        await using Stream stream = url.Scheme == "https" ? await TlsHandshake.OpenAsync(raw, url.Host, trust, cancellationToken) : raw;
        var request = $"{method} {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nUser-Agent: {agent}\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, cancellationToken);
        var bytes = all.ToArray();
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        return end < 0 ? ("", bytes) : (Encoding.ASCII.GetString(bytes.AsSpan(0, end)), bytes[(end + 4)..]);
    }
}

/// <summary>What a TLS client believes.</summary>
/// <param name="Authorities">The certificates it trusts.</param>
internal sealed record TlsTrust(X509Certificate2Collection Authorities);

/// <summary>A certificate that was refused, in OpenSSL's words.</summary>
internal sealed class TlsException(int code, string message) : Exception(message)
{
    /// <summary>OpenSSL's number of the verification error.</summary>
    public int Code { get; } = code;
}

/// <summary>Hands a connection over to TLS.</summary>
internal static class TlsHandshake
{
    public static async Task<SslStream> OpenAsync(Stream raw, string host, TlsTrust? trust, CancellationToken cancellationToken)
    {
        TlsException? refused = null;
        var secure = new SslStream(raw, leaveInnerStreamOpen: true, (_, certificate, chain, errors) =>
        {
            refused = trust is null ? null : TlsVerdict.Of((X509Certificate2)certificate!, chain!, errors, trust);
            return refused is null;
        });
        try
        {
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = host, CertificateRevocationCheckMode = X509RevocationMode.NoCheck }, cancellationToken);
            return secure;
        }
        catch (Exception) when (refused is not null)
        {
            await secure.DisposeAsync();
            throw refused;
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            await secure.DisposeAsync();
            throw new NetworkException("error:0A00010B:SSL routines::wrong version number");
        }
    }
}
