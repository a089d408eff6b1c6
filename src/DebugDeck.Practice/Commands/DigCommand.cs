using System.Globalization;
using System.Text;
using DebugDeck.Practice.Network.Dns;

namespace DebugDeck.Practice.Commands;

/// <summary><c>dig</c> in the format of BIND 9.18.</summary>
internal sealed class DigCommand : ICommand
{
    public IReadOnlyList<string> Names => ["dig"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var lookup = new NameLookup(context);
        var words = context.Arguments.Where(argument => argument[0] is not ('+' or '@' or '-')).ToList();
        var type = words.Select(word => Enum.TryParse<DnsType>(word, ignoreCase: true, out var parsed) && !char.IsAsciiDigit(word[0]) ? parsed : (DnsType?)null).FirstOrDefault(found => found is not null) ?? DnsType.A;
        var name = words.FirstOrDefault(word => word.Contains('.') || !Enum.TryParse<DnsType>(word, ignoreCase: true, out _)) ?? ".";
        var flags = context.Arguments.Where(argument => argument[0] == '+').ToHashSet();
        var server = context.Arguments.FirstOrDefault(argument => argument[0] == '@')?[1..] ?? lookup.Config.Servers[0];
        server = (await lookup.AddressAsync(server, cancellationToken)).ToString();
        var names = flags.Contains("+search") ? lookup.Config.Candidates(name) : [name.TrimEnd('.')];
        var started = context.Clock.GetTimestamp();
        (string Name, DnsReply Reply)? found = null;
        foreach (var candidate in names)
        {
            if (await lookup.AskAsync(server, candidate, type, cancellationToken) is not { } reply)
            {
                await context.PrintAsync($";; communications error to {server}#53: timed out\n\n; <<>> DiG 9.18.39 <<>> {string.Join(' ', context.Arguments)}\n;; global options: +cmd\n;; no servers could be reached\n\n", cancellationToken);
                return 9;
            }

            found = (candidate, reply);
            if (reply is { Rcode: 0, Answers.Count: > 0 })
            {
                break;
            }
        }

        var (asked, answer) = found!.Value;
        await context.PrintAsync(
            flags.Contains("+short") ? string.Concat(answer.Answers.Select(record => Value(record) + "\n"))
                : Whole(context, asked, type, answer, server, (int)context.Clock.GetElapsedTime(started).TotalMilliseconds, flags.Contains("+tcp")),
            cancellationToken);
        return 0;
    }

    private static string Whole(CommandContext context, string name, DnsType type, DnsReply reply, string server, int elapsed, bool tcp)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n; <<>> DiG 9.18.39 <<>> {string.Join(' ', context.Arguments)}\n;; global options: +cmd\n;; Got answer:\n");
        text.Append(CultureInfo.InvariantCulture, $";; ->>HEADER<<- opcode: QUERY, status: {reply.RcodeName}, id: {Random.Shared.Next(1, 65535)}\n");
        text.Append(CultureInfo.InvariantCulture, $";; flags: qr aa rd ra; QUERY: 1, ANSWER: {reply.Answers.Count}, AUTHORITY: 0, ADDITIONAL: 1\n\n");
        text.Append(CultureInfo.InvariantCulture, $";; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n;; QUESTION SECTION:\n;{name}.\t\t\tIN\t{type.ToString().ToUpperInvariant()}\n\n");
        if (reply.Answers.Count > 0)
        {
            text.Append(";; ANSWER SECTION:\n");
            foreach (var record in reply.Answers)
            {
                text.Append(CultureInfo.InvariantCulture, $"{record.Name}.\t\t{record.Ttl}\tIN\t{record.Type.ToString().ToUpperInvariant()}\t{Value(record)}\n");
            }

            text.Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $";; Query time: {elapsed} msec\n;; SERVER: {server}#53({server}) ({(tcp ? "TCP" : "UDP")})\n");
        text.Append(CultureInfo.InvariantCulture, $";; WHEN: {context.Clock.GetUtcNow():ddd MMM dd HH:mm:ss} UTC {context.Clock.GetUtcNow():yyyy}\n;; MSG SIZE  rcvd: {name.Length + 40}\n\n");
        return text.ToString();
    }

    private static string Value(DnsRecord record) => record.Type switch
    {
        DnsType.Txt => $"\"{record.Value}\"",
        DnsType.A or DnsType.Aaaa => record.Value,
        _ => record.Value + ".",
    };
}
