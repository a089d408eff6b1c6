using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DebugDeck.Practice.Network;

namespace DebugDeck.Practice.Commands;

/// <summary><c>openssl s_client</c>, <c>x509</c> and <c>version</c>, in the format of 3.5.</summary>
internal sealed class OpensslCommand : ICommand
{
    public IReadOnlyList<string> Names => ["openssl"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        switch (context.Arguments)
        {
            case ["version", ..]:
                await context.PrintLineAsync("OpenSSL 3.5.1 1 Jul 2025 (Library: OpenSSL 3.5.1 1 Jul 2025)", cancellationToken);
                return 0;
            case ["s_client", ..]:
                return await ConnectAsync(context, cancellationToken);
            case ["x509", ..]:
                return await DescribeAsync(context, cancellationToken);
            default:
                throw new UsageException("Invalid command; type \"help\" for a list.");
        }
    }

    [SuppressMessage("Security", "CA5359", Justification = "s_client shows every chain, and tells what it thinks of it")]
    private static async Task<int> ConnectAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string? After(string name) => context.Arguments.SkipWhile(argument => argument != name).ElementAtOrDefault(1);
        var target = (After("-connect") ?? throw new UsageException("s_client: -connect HOST:PORT is needed")).Split(':');
        var name = After("-servername") ?? target[0];
        var trust = TrustStore.ReadOrNone(context.Files, After("-CAfile") ?? context.Environment.GetValueOrDefault("SSL_CERT_FILE", "/etc/ssl/cert.pem"));
        try
        {
            var (connection, _) = await Connection.OpenAsync(context, target[0], int.Parse(target.ElementAtOrDefault(1) ?? "443", System.Globalization.CultureInfo.InvariantCulture), null, cancellationToken);
            await using var raw = connection;
            TlsException? verdict = null;
            List<X509Certificate2> sent = [];
            await using var secure = new SslStream(raw, leaveInnerStreamOpen: true, (_, certificate, chain, errors) =>
            {
                var leaf = (X509Certificate2)certificate!;
                verdict = TlsVerdict.Of(leaf, chain!, errors & ~SslPolicyErrors.RemoteCertificateNameMismatch, trust);
                sent = [leaf, .. chain!.ChainPolicy.ExtraStore];
                return true;
            });
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = name }, cancellationToken);
            await context.PrintAsync(Report(sent, verdict, secure), cancellationToken);
            return 0;
        }
        catch (NetworkException e)
        {
            return await context.FailAsync(e.IsName ? $"{target[0]}: Name or service not known" : $"connect: {e.Message}", cancellationToken);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            return await context.FailAsync("error:0A00010B:SSL routines::wrong version number", cancellationToken);
        }
    }

    private static string Report(List<X509Certificate2> sent, TlsException? verdict, SslStream secure)
    {
        var text = new StringBuilder("CONNECTED(00000003)\n---\nCertificate chain\n");
        foreach (var (i, certificate) in sent.Index())
        {
            text.Append(FormattableString.Invariant($" {i} s:{certificate.Subject}\n   i:{certificate.Issuer}\n"));
            text.Append(FormattableString.Invariant($"   v:NotBefore: {Time(certificate.NotBefore)}; NotAfter: {Time(certificate.NotAfter)}\n{certificate.ExportCertificatePem()}\n"));
        }

        text.Append(FormattableString.Invariant($"---\nServer certificate\nsubject={sent[0].Subject}\nissuer={sent[0].Issuer}\n---\n"));
        text.Append(FormattableString.Invariant($"New, {(secure.SslProtocol == SslProtocols.Tls13 ? "TLSv1.3" : "TLSv1.2")}, Cipher is {secure.NegotiatedCipherSuite}\n"));
        text.Append(FormattableString.Invariant($"Verify return code: {verdict?.Code ?? 0} ({verdict?.Message ?? "ok"})\n---\n"));
        return text.ToString();
    }

    private static async Task<int> DescribeAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var file = context.Arguments.SkipWhile(argument => argument != "-in").ElementAtOrDefault(1);
        await using var input = file is null ? context.In : context.Files.OpenRead(file);
        using var reader = new StreamReader(input);
        X509Certificate2 certificate;
        try
        {
            certificate = X509Certificate2.CreateFromPem(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return await context.FailAsync("Could not read certificate", cancellationToken);
        }

        using (certificate)
        {
            foreach (var argument in context.Arguments)
            {
                await context.PrintAsync(argument switch
                {
                    "-subject" => $"subject={certificate.Subject}\n",
                    "-issuer" => $"issuer={certificate.Issuer}\n",
                    "-dates" => $"notBefore={Time(certificate.NotBefore)}\nnotAfter={Time(certificate.NotAfter)}\n",
                    "-enddate" => $"notAfter={Time(certificate.NotAfter)}\n",
                    _ => "",
                }, cancellationToken);
            }
        }

        return 0;
    }

    private static string Time(DateTime time) => FormattableString.Invariant($"{time.ToUniversalTime():MMM} {time.ToUniversalTime().Day,2} {time.ToUniversalTime():HH:mm:ss yyyy} GMT");
}
