namespace DebugDeck.Practice.Network;

/// <summary>A network interface of a pod.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its IPv4 address.</param>
/// <param name="PrefixLength">Of the address.</param>
/// <param name="HardwareAddress">Its MAC address.</param>
internal sealed record NetworkInterface(int Index, string Name, string Address, int PrefixLength, string HardwareAddress);
