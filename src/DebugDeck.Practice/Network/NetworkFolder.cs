using System.Globalization;
using System.Net;
using System.Text;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Network;

/// <summary><c>/proc/PID/net</c>: anybody who sees the process may read it.</summary>
internal sealed class NetworkFolder : FixedFolder
{
    private const string TcpHeader =
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     \n";

    public NetworkFolder(PodNetwork network, FolderNode parent)
        : base(parent, "net")
    {
        Put("tcp", new ProcFile(() => Tcp(network.Sockets)), 0, 0);
        Put("tcp6", new ProcFile(() => "  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"), 0, 0);
        Put("udp", new ProcFile(() => "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops             \n"), 0, 0);
        Put("dev", new ProcFile(() => Devices(network)), 0, 0);
        Put("route", new ProcFile(() => Route(network)), 0, 0);
    }

    private static string Tcp(SocketTable sockets)
    {
        var text = new StringBuilder(TcpHeader);
        var line = 0;
        foreach (var socket in sockets.Entries)
        {
            var state = socket.IsListening ? "0A" : "01";
            text.Append(CultureInfo.InvariantCulture, $"{line++,4}: {Hex(socket.Local)} {Hex(socket.Remote)} {state} 00000000:00000000 00:00000000 00000000 ");
            text.Append(CultureInfo.InvariantCulture, $"{socket.Uid,5}        0 {socket.Inode} 1 0000000000000000 100 0 0 10 0                     \n");
        }

        return text.ToString();
    }

    // The kernel prints an address as one number of the machine's byte order.
    private static string Hex(IPEndPoint end) =>
        Convert.ToHexString([.. end.Address.GetAddressBytes().Reverse()]) + ":" + end.Port.ToString("X4", CultureInfo.InvariantCulture);

    private static string Devices(PodNetwork network) =>
        "Inter-|   Receive                                                |  Transmit\n"
        + " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n"
        + string.Concat(network.Interfaces.Select(link => $"{link.Name,6}:   96210     812    0    0    0     0          0         0    88231     790    0    0    0     0       0          0\n"));

    private static string Route(PodNetwork network)
    {
        var gateway = IPAddress.Parse(network.Address).GetAddressBytes();
        gateway[3] = 1;
        return "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT                                                       \n"
            + $"eth0\t00000000\t{Convert.ToHexString([.. gateway.Reverse()])}\t0003\t0\t0\t0\t00000000\t0\t0\t0                                                                               \n";
    }
}
