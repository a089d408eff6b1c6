using System.Buffers;

namespace DebugDeck.Core.Anatomy.Programs.Runtimes;

/// <summary>Programs that only start another one: the container is about that one.</summary>
internal static class Wrappers
{
    private static readonly SearchValues<char> MoreThanOneCommand = SearchValues.Create(";&|<>`(\n");

    // With the options that take an argument of their own.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["tini"] = "-p -e",
        ["tini-static"] = "-p -e",
        ["docker-init"] = "-p -e",
        ["dumb-init"] = "-r --rewrite",
        ["catatonit"] = "",
        ["gosu"] = "1",
        ["su-exec"] = "1",
        ["setpriv"] = "",
        ["chpst"] = "-u -U -e",
        ["nice"] = "-n",
        ["ionice"] = "-c -n",
        ["exec"] = "",
        ["env"] = "-u -C",
        ["launcher"] = "",
    };

    /// <summary>What the command really starts; null if it is no wrapper, or starts nothing.</summary>
    public static IReadOnlyList<string>? Started(IReadOnlyList<string> command)
    {
        var name = command[0][(command[0].LastIndexOf('/') + 1)..];
        if (!Known.TryGetValue(name, out var withArgument))
        {
            return null;
        }

        // gosu and su-exec have the user first.
        var at = withArgument == "1" ? 2 : 1;
        var taking = withArgument.Split(' ');
        while (at < command.Count && command[at] != "--" && (command[at].StartsWith('-') || (name == "env" && command[at].Contains('=', StringComparison.Ordinal))))
        {
            at += taking.Contains(command[at]) ? 2 : 1;
        }

        at += at < command.Count && command[at] == "--" ? 1 : 0;
        return at < command.Count ? [.. command.Skip(at)] : null;
    }

    /// <summary>What a shell's <c>-c</c> text starts, where it is one plain command (<c>exec java -jar app.jar</c>); null if it is more than that.</summary>
    public static IReadOnlyList<string>? StartedByShell(IReadOnlyList<string> command)
    {
        if (command is not [_, "-c" or "-ec" or "-lc", var text, ..] || text.AsSpan().ContainsAny(MoreThanOneCommand))
        {
            return null;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => word is "exec" || (word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && !word[..at].Contains('/', StringComparison.Ordinal)))
            .Select(word => word.Trim('"', '\''))
            .ToList();
        return words.Count > 0 && !words[0].Contains('$', StringComparison.Ordinal) ? words : null;
    }
}
