using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Connection;

/// <summary>A connection that is dead is noticed, however long nothing is said on it.</summary>
public sealed class KeptAliveTests
{
    // What /proc/net/tcp shows for a socket whose only timer is the one that asks whether anybody is there.
    private const string AsksIfAnybodyIsThere = "02";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_socket_asks_whether_anybody_is_there_and_gives_up()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        await using var stream = Assert.IsType<NetworkStream>(await KeptAlive.ConnectAsync(new DnsEndPoint("localhost", ((IPEndPoint)listener.LocalEndpoint).Port), Token));

        Assert.NotEqual(0, Option(stream.Socket, SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
        Assert.Equal(
            (15, 10, 3),
            (Option(stream.Socket, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime),
            Option(stream.Socket, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval),
            Option(stream.Socket, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount)));
    }

    [Fact]
    public async Task A_silent_answer_of_a_server_is_on_such_a_socket()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux shows the timers of sockets");
        await using var server = await TestApiServer.StartAsync(async context =>
        {
            await context.Response.Body.FlushAsync(Token);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var connection = KubeAccess.To(server);

        using var watch = await connection.SendAsync(() => connection.Request(HttpMethod.Get, "api/v1/pods?watch=1"), Token);

        await Lab.UntilAsync(async () => (await TimersAsync(server.Port)).Contains(AsksIfAnybodyIsThere));
    }

    private static int Option(Socket socket, SocketOptionLevel level, SocketOptionName name) => Assert.IsType<int>(socket.GetSocketOption(level, name));

    // The timers of all connections to a port of this machine.
    private static async Task<List<string>> TimersAsync(int port)
    {
        var remote = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        string[] lines = [.. await File.ReadAllLinesAsync("/proc/net/tcp", Token), .. await File.ReadAllLinesAsync("/proc/net/tcp6", Token)];
        return [.. lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(fields => fields[2].EndsWith(remote, StringComparison.Ordinal)).Select(fields => fields[5][..2])];
    }
}
