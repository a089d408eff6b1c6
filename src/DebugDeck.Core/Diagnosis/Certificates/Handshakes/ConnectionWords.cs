using System.Net.Sockets;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>What the words of <c>nc</c> (busybox, OpenBSD, nmap) mean, and the codes of our own sockets.</summary>
internal static class ConnectionWords
{
    private static readonly (string Words, TlsOutcome Outcome)[] Known =
    [
        ("bad address", TlsOutcome.NameNotFound),
        ("not known", TlsOutcome.NameNotFound),
        ("no such host", TlsOutcome.NameNotFound),
        ("could not resolve", TlsOutcome.NameNotFound),
        ("name does not resolve", TlsOutcome.NameNotFound),
        ("temporary failure in name resolution", TlsOutcome.NameNotFound),
        ("getaddrinfo", TlsOutcome.NameNotFound),
        ("connection refused", TlsOutcome.Refused),
        ("timed out", TlsOutcome.TimedOut),
        ("timeout", TlsOutcome.TimedOut),
        ("in progress", TlsOutcome.TimedOut),
        ("unreachable", TlsOutcome.Unreachable),
        ("no route to host", TlsOutcome.Unreachable),
        ("reset by peer", TlsOutcome.Closed),
    ];

    /// <summary>Null if they say nothing of that kind.</summary>
    public static TlsOutcome? Outcome(string words) =>
        Known.Where(known => words.Contains(known.Words, StringComparison.OrdinalIgnoreCase)).Select(known => (TlsOutcome?)known.Outcome).FirstOrDefault();

    public static TlsOutcome Outcome(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => TlsOutcome.NameNotFound,
        SocketError.ConnectionRefused => TlsOutcome.Refused,
        SocketError.TimedOut => TlsOutcome.TimedOut,
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => TlsOutcome.Unreachable,
        SocketError.ConnectionReset => TlsOutcome.Closed,
        _ => TlsOutcome.Failed,
    };

    /// <summary>The last line, which is the one that matters.</summary>
    public static string Last(string words) => words.TrimEnd().Split('\n')[^1].Trim();
}
