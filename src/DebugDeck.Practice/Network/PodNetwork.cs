namespace DebugDeck.Practice.Network;

/// <summary>The network namespace of a pod: its address and its sockets.</summary>
internal sealed class PodNetwork
{
    public string Address { get; init; } = "10.244.0.2";

    /// <summary>The namespace that policies know the pod by.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>What can be reached from here; null in a container that has no network.</summary>
    public Scripted.ScriptedNetwork? World { get; init; }

    public IReadOnlyList<NetworkInterface> Interfaces => field ??=
    [
        new NetworkInterface(1, "lo", "127.0.0.1", 8, "00:00:00:00:00:00"),
        new NetworkInterface(2, "eth0", Address, 24, "0a:58:" + string.Join(':', Address.Split('.').Select(Hex))),
    ];

    public SocketTable Sockets { get; } = new();

    private static string Hex(string part) => byte.Parse(part, System.Globalization.CultureInfo.InvariantCulture).ToString("x2", System.Globalization.CultureInfo.InvariantCulture);
}
