namespace DebugDeck.Practice.Network;

/// <summary>A socket of a pod, as <c>ss</c> and <c>/proc/net/tcp</c> show it.</summary>
/// <param name="Local">Its own address and port.</param>
/// <param name="Remote">The other end; <c>0.0.0.0:0</c> for a listener.</param>
/// <param name="IsListening">Waits for connections.</param>
/// <param name="Uid">Whose it is.</param>
/// <param name="Inode">Its number, as in <c>socket:[N]</c>.</param>
internal sealed record SocketEntry(System.Net.IPEndPoint Local, System.Net.IPEndPoint Remote, bool IsListening, int Uid, long Inode);
