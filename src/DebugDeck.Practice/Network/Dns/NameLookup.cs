using System.Net;
using DebugDeck.Practice.Commands;

namespace DebugDeck.Practice.Network.Dns;

/// <summary>Looks names up as a program in the container would: hosts file, search list, name servers.</summary>
internal sealed class NameLookup(CommandContext context)
{
    private readonly PodNetwork _network = context.Machine.Network;

    public ResolverConfig Config { get; } = ResolverConfig.Read(context.Files);

    /// <summary>One query to one server; null if no answer comes in time.</summary>
    public async Task<DnsReply?> AskAsync(string server, string name, DnsType type, CancellationToken cancellationToken)
    {
        if (_network.World is not { } world)
        {
            return null;
        }

        for (var attempt = 0; attempt < Config.Attempts; attempt++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var answer = world.AskAsync(_network.Namespace, server, name, type, limit.Token);
            var timer = Task.Delay(Config.Timeout, context.Clock, limit.Token);
            if (await Task.WhenAny(answer, timer) == answer && await answer is { } reply)
            {
                await limit.CancelAsync();
                return reply;
            }

            await timer;
            await limit.CancelAsync();
        }

        return null;
    }

    /// <summary>The first IPv4 address of a host.</summary>
    /// <exception cref="NetworkException">It has none.</exception>
    public async Task<IPAddress> AddressAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return literal;
        }

        if (FromHosts(host) is { } known)
        {
            return known;
        }

        foreach (var name in Config.Candidates(host))
        {
            var reply = await FirstReplyAsync(name, cancellationToken) ?? throw new NetworkException("Try again", isName: true);
            if (reply.Rcode == 2)
            {
                throw new NetworkException("Try again", isName: true);
            }

            if (reply.Answers.FirstOrDefault(record => record.Type == DnsType.A) is { } found)
            {
                return IPAddress.Parse(found.Value);
            }
        }

        throw new NetworkException("Name or service not known", isName: true);
    }

    private async Task<DnsReply?> FirstReplyAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var server in Config.Servers)
        {
            // Both families are asked for, as every libc does.
            var six = AskAsync(server, name, DnsType.Aaaa, cancellationToken);
            var four = await AskAsync(server, name, DnsType.A, cancellationToken);
            await six;
            if (four is not null)
            {
                return four;
            }
        }

        return null;
    }

    private IPAddress? FromHosts(string host) => ResolverConfig.Lines(context.Files, "/etc/hosts")
        .Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 1 && words.Skip(1).Contains(host) && !words[0].Contains(':'))
        .Select(words => IPAddress.TryParse(words[0], out var address) ? address : null)
        .FirstOrDefault();
}
