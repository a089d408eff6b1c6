using System.Diagnostics;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using Docker.DotNet.Handler.Abstractions;

namespace DebugDeck.Docker.Connections;

/// <summary>Connects through <c>ssh</c>: the engine's own command on the far side joins its standard streams to the engine's socket.</summary>
internal sealed class SshDialer(Uri address, HostKind kind, string program = "ssh") : IEndpointDialer
{
    public ValueTask<WriteClosableStream> DialAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program, Arguments(address, kind))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return ValueTask.FromResult<WriteClosableStream>(new ProcessByteStream(Process.Start(start)!, "ssh"));
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new DebugDeckException(ErrorKind.Unreachable, $"ssh cannot be started: {error.Message}", "install an OpenSSH client", error);
        }
    }

    /// <summary>The arguments of ssh.</summary>
    internal static IReadOnlyList<string> Arguments(Uri address, HostKind kind)
    {
        // Batch mode: a question for a password would be asked on the terminal, over whatever is drawn there.
        var arguments = new List<string> { "-o", "ConnectTimeout=30", "-o", "BatchMode=yes", "-T" };
        if (address.UserInfo.Length > 0)
        {
            arguments.AddRange(["-l", Uri.UnescapeDataString(address.UserInfo)]);
        }

        if (address.Port > 0)
        {
            arguments.AddRange(["-p", address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        // The two dashes: a host name that begins with one must not become an option.
        arguments.AddRange(["--", address.DnsSafeHost]);
        var socket = address.LocalPath.Trim('/').Length > 0 ? Quoted("unix://" + address.LocalPath) : null;
        arguments.AddRange((kind, socket) switch
        {
            (HostKind.Podman, null) => ["podman", "system", "dial-stdio"],
            (HostKind.Podman, _) => ["podman", "--url", socket, "system", "dial-stdio"],
            (_, null) => ["docker", "system", "dial-stdio"],
            _ => (string[])["docker", "--host", socket, "system", "dial-stdio"],
        });
        return arguments;
    }

    // The far side's shell reads the command line again.
    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
