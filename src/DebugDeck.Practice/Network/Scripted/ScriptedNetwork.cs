using System.Net;
using System.Net.Sockets;
using DebugDeck.Practice.Network.Dns;
using DebugDeck.Practice.Network.Endpoints;

namespace DebugDeck.Practice.Network.Scripted;

/// <summary>All that containers can reach: what the world scripts, and nothing else.</summary>
internal sealed class ScriptedNetwork : IAsyncDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(127);
    private readonly NetworkScript _script;
    private readonly TimeProvider _clock;
    private readonly Dictionary<(string Address, int Port), LoopbackEndpoint> _endpoints = [];

    public ScriptedNetwork(NetworkScript script, WorldAuthorities authorities, TimeProvider clock)
    {
        (_script, _clock) = (script, clock);
        Dns = new DnsScript(script.Names, clock);
        foreach (var endpoint in script.Endpoints)
        {
            _endpoints[(endpoint.Address, endpoint.Port)] = LoopbackEndpoint.Start(endpoint, authorities);
        }
    }

    public DnsScript Dns { get; }

    /// <summary>The answer of a name server to a pod of a namespace; null if none comes.</summary>
    public async Task<DnsReply?> AskAsync(string fromNamespace, string server, string name, DnsType type, CancellationToken cancellationToken) =>
        IsBlocked(fromNamespace, server) || !_script.Servers.Contains(server) ? null : await Dns.AskAsync(name, type, cancellationToken);

    /// <summary>A connection; the caller disposes it.</summary>
    /// <exception cref="SocketException">Refused, or no answer within the system's limit or the caller's.</exception>
    public async Task<Stream> ConnectAsync(string fromNamespace, IPAddress address, int port, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var text = address.ToString();
        if (!IsBlocked(fromNamespace, text))
        {
            if (port == 53 && _script.Servers.Contains(text))
            {
                return DnsConnection.Open(Dns);
            }

            if (_endpoints.TryGetValue((text, port), out var endpoint))
            {
                return await endpoint.ConnectAsync(cancellationToken);
            }

            if (IPAddress.IsLoopback(address) || _script.Endpoints.Any(other => other.Address == text))
            {
                throw new SocketException((int)SocketError.ConnectionRefused);
            }
        }

        // Packets that a policy drops, and addresses that nobody has, answer with silence.
        await Task.Delay(limit ?? ConnectLimit, _clock, cancellationToken);
        throw new SocketException((int)SocketError.TimedOut);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var endpoint in _endpoints.Values)
        {
            await endpoint.DisposeAsync();
        }
    }

    private bool IsBlocked(string fromNamespace, string address) =>
        _script.Blocked.Any(rule => rule.Namespace == fromNamespace && (rule.Address == address || rule.Address == "*"));
}
