using System.Text;
using DebugDeck.Practice.Network;

namespace DebugDeck.Practice.Commands;

/// <summary><c>ip addr</c>, <c>ip route</c> and <c>ip link</c>, in the format of iproute2 6.1.</summary>
internal sealed class IpCommand : ICommand
{
    public IReadOnlyList<string> Names => ["ip"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var network = context.Machine.Network;
        var what = context.Arguments.FirstOrDefault(argument => argument[0] != '-') ?? throw new UsageException("usage: ip [ OPTIONS ] OBJECT { COMMAND }", 255);
        var text = what[0] switch
        {
            'a' => string.Concat(network.Interfaces.Select(Address)),
            'l' => string.Concat(network.Interfaces.Select(Link)),
            'r' => Route(network),
            _ => null,
        };
        if (text is null)
        {
            await context.Errors.WriteAsync(Encoding.UTF8.GetBytes($"Object \"{what}\" is unknown, try \"ip help\".\n"), cancellationToken);
            return 1;
        }

        await context.PrintAsync(text, cancellationToken);
        return 0;
    }

    private static string Link(NetworkInterface link)
    {
        var isLoopback = link.Name == "lo";
        return FormattableString.Invariant($"{link.Index}: {link.Name}{(isLoopback ? "" : "@if7")}: <{(isLoopback ? "LOOPBACK" : "BROADCAST,MULTICAST")},UP,LOWER_UP> mtu {(isLoopback ? 65536 : 1450)} qdisc noqueue state {(isLoopback ? "UNKNOWN" : "UP")} group default qlen 1000\n")
            + $"    link/{(isLoopback ? "loopback" : "ether")} {link.HardwareAddress} brd {(isLoopback ? "00:00:00:00:00:00" : "ff:ff:ff:ff:ff:ff")}\n";
    }

    private static string Address(NetworkInterface link) => Link(link)
        + FormattableString.Invariant($"    inet {link.Address}/{link.PrefixLength} scope {(link.Name == "lo" ? "host" : "global")} {link.Name}\n       valid_lft forever preferred_lft forever\n");

    private static string Route(PodNetwork network)
    {
        var subnet = network.Address[..network.Address.LastIndexOf('.')];
        return $"default via {subnet}.1 dev eth0\n{subnet}.0/24 dev eth0 proto kernel scope link src {network.Address}\n";
    }
}
