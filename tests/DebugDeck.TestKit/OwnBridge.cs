using System.Globalization;
using System.Net.NetworkInformation;
using CliWrap;
using CliWrap.Buffered;

namespace DebugDeck.TestKit;

/// <summary>A network bridge for one engine: a second engine on the default one, or on none, destroys the network of the first.</summary>
internal sealed class OwnBridge : IAsyncDisposable
{
    private OwnBridge(string name) => Name = name;

    public string Name { get; }

    public static async Task<OwnBridge> CreateAsync()
    {
        // An interface name may have 15 characters.
        var bridge = new OwnBridge("dd" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]);
        await IpAsync("link", "add", bridge.Name, "type", "bridge");
        await IpAsync("addr", "add", FreeAddress(), "dev", bridge.Name);
        await IpAsync("link", "set", bridge.Name, "up");
        return bridge;
    }

    public async ValueTask DisposeAsync() => await IpAsync("link", "del", Name);

    // Random, because engines may start side by side in several test processes.
    private static string FreeAddress()
    {
        var taken = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address.ToString())
            .ToHashSet(StringComparer.Ordinal);
        string address;
        do
        {
            address = $"10.213.{Random.Shared.Next(256)}.1";
        }
        while (taken.Contains(address));
        return address + "/24";
    }

    private static Task IpAsync(params string[] arguments) => Cli.Wrap("ip").WithArguments(arguments).ExecuteBufferedAsync();
}
