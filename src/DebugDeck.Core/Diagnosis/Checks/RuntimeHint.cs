using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>
/// What a program is written in as far as the words of its log tell: for programs that could not be read. A log may quote another program's error, so it is a hint
/// (<see cref="Confidence.Low"/>) and is said to be one.
/// </summary>
/// <param name="Id">One of <see cref="RuntimeIds"/>.</param>
/// <param name="Name">For people: <c>Go</c>.</param>
/// <param name="Evidence">The line that tells.</param>
public sealed record RuntimeHint(string Id, string Name, Evidence Evidence)
{
    // Words of standard libraries, which a program does not choose; the particular ones stand first.
    private static readonly (string Words, string Id, string Name)[] Known =
    [
        ("x509: ", RuntimeIds.Go, "Go"),
        ("unknown time zone ", RuntimeIds.Go, "Go"),
        ("dial tcp: lookup ", RuntimeIds.Go, "Go"),
        ("goroutine 1 [", RuntimeIds.Go, "Go"),
        ("PKIX path", RuntimeIds.Java, "Java"),
        ("javax.net.ssl", RuntimeIds.Java, "Java"),
        ("java.time.zone.ZoneRulesException", RuntimeIds.Java, "Java"),
        ("java.net.UnknownHostException", RuntimeIds.Java, "Java"),
        ("System.Net.Http", RuntimeIds.DotNet, ".NET"),
        ("System.Security.Authentication", RuntimeIds.DotNet, ".NET"),
        ("System.TimeZoneNotFoundException", RuntimeIds.DotNet, ".NET"),
        ("System.Net.Sockets.SocketException", RuntimeIds.DotNet, ".NET"),
        ("UNABLE_TO_", RuntimeIds.Node, "Node"),
        ("SELF_SIGNED_CERT_IN_CHAIN", RuntimeIds.Node, "Node"),
        ("(node:", RuntimeIds.Node, "Node"),
        ("RangeError: Invalid time zone specified", RuntimeIds.Node, "Node"),
        ("getaddrinfo ENOTFOUND", RuntimeIds.Node, "Node"),
        ("getaddrinfo EAI_AGAIN", RuntimeIds.Node, "Node"),
        ("SSLCertVerificationError", RuntimeIds.Python, "Python"),
        ("requests.exceptions.", RuntimeIds.Python, "Python"),
        ("ZoneInfoNotFoundError", RuntimeIds.Python, "Python"),
        ("socket.gaierror", RuntimeIds.Python, "Python"),
    ];

    /// <summary>What the log says; null if none of the words stands in it.</summary>
    public static RuntimeHint? Find(CaseEvidence evidence)
    {
        var lines = evidence.Find(new LogTailRequest())?.Lines ?? [];
        foreach (var (words, id, name) in Known)
        {
            if (lines.FirstOrDefault(line => line.Text.Contains(words, StringComparison.Ordinal)) is { } line)
            {
                return new RuntimeHint(id, name, new Evidence("log", null, line.Text));
            }
        }

        return null;
    }

    /// <summary>As a finding that rests on it has to say.</summary>
    public string Doubt => $"That the program is one of {Name}'s is told by the words of its log alone: it could not be read itself.";
}
