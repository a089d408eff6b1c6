using DebugDeck.Practice.Network.Dns;

namespace DebugDeck.Practice.Commands;

/// <summary><c>nslookup</c> in the format of busybox 1.35 (Debian 1:1.35.0-4).</summary>
internal sealed class NslookupCommand : ICommand
{
    public IReadOnlyList<string> Names => ["nslookup"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var types = context.Arguments.Where(argument => argument.StartsWith('-'))
            .Select(argument => argument[(argument.IndexOf('=') + 1)..])
            .Where(text => Enum.TryParse<DnsType>(text, ignoreCase: true, out _))
            .Select(text => Enum.Parse<DnsType>(text, ignoreCase: true))
            .ToList();
        if (context.Arguments.Where(argument => !argument.StartsWith('-')).ToList() is not [var host, .. var rest])
        {
            throw new UsageException("usage: nslookup [-type=QUERY_TYPE] [-debug] HOST [DNS_SERVER]");
        }

        var lookup = new NameLookup(context);
        var server = rest.Count > 0 ? (await lookup.AddressAsync(rest[0], cancellationToken)).ToString() : lookup.Config.Servers[0];
        var names = host.Contains('.') || lookup.Config.Search.Count == 0 ? [host] : lookup.Config.Search.Select(suffix => $"{host}.{suffix}").ToList();
        var status = 0;
        var isFirst = true;
        foreach (var name in names)
        {
            foreach (var type in types.Count > 0 ? types : [DnsType.A, DnsType.Aaaa])
            {
                if (await lookup.AskAsync(server, name, type, cancellationToken) is not { } reply)
                {
                    await context.PrintAsync(isFirst ? ";; connection timed out; no servers could be reached\n\n" : "", cancellationToken);
                    return 1;
                }

                await context.PrintAsync(isFirst ? $"Server:\t\t{server}\nAddress:\t{server}:53\n\n" : "", cancellationToken);
                isFirst = false;
                await context.PrintLineAsync(Text(name, reply), cancellationToken);
                status = reply.Rcode != 0 ? 1 : status;
            }
        }

        return status;
    }

    private static string Text(string name, DnsReply reply)
    {
        if (reply.Rcode != 0)
        {
            return $"** server can't find {name.TrimEnd('.')}: {reply.RcodeName}\n";
        }

        return reply.Answers.Count == 0
            ? $"*** Can't find {name.TrimEnd('.')}: No answer\n"
            : string.Concat(reply.Answers.Select(record => record.Type switch
            {
                DnsType.A or DnsType.Aaaa => $"Name:\t{record.Name}\nAddress: {record.Value}\n",
                DnsType.Cname => $"{record.Name}\tcanonical name = {record.Value}\n",
                DnsType.Txt => $"{record.Name}\ttext = \"{record.Value}\"\n",
                _ => $"{record.Name}\tname = {record.Value}\n",
            }));
    }
}
