using System.Collections.Concurrent;
using System.Diagnostics;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>Real TLS servers (<c>openssl s_server</c>) on this machine's address in the engine's network, at ports of their own.</summary>
internal sealed class TlsServers : IAsyncDisposable
{
    private readonly OpenSsl _openssl = new();
    private readonly List<Process> _processes = [];
    private readonly ConcurrentBag<Task> _drains = [];
    private int _files;

    public required string Address { get; init; }

    public OpenSsl OpenSsl => _openssl;

    /// <summary>A server with this certificate and chain; returns its port.</summary>
    public Task<int> StartAsync(TestCertificate certificate, TestCertificate[] chain, params string[] options) =>
        StartAsync(Write(certificate.Pem), Write(certificate.KeyPem), Write(string.Concat(chain.Select(one => one.Pem))), options);

    /// <summary>The same from files; an empty chain for none.</summary>
    public async Task<int> StartAsync(string certificate, string key, string chain, params string[] options)
    {
        string[] sent = new FileInfo(chain).Length > 0 ? ["-cert_chain", chain] : [];
        var start = new ProcessStartInfo("openssl", ["s_server", "-accept", $"{Address}:0", "-cert", certificate, "-key", key, .. sent, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        lock (_processes)
        {
            _processes.Add(process);
        }

        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("ACCEPT", StringComparison.Ordinal))
            {
                // It writes about every connection, and would stand still once nobody reads that.
                _drains.Add(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None));
                return int.Parse(line[(line.LastIndexOf(':') + 1)..]);
            }
        }

        throw new InvalidOperationException($"openssl s_server ended with {process.ExitCode}");
    }

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string text) => _openssl.File($"{Interlocked.Increment(ref _files)}.pem", text);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await Task.WhenAll(_drains);
        _processes.ForEach(process => process.Dispose());
        _openssl.Dispose();
    }
}
