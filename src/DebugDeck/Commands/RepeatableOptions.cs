using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>
/// Options that may be given several times, each time by name. The library would complete their next value wherever one could follow, and never the
/// argument that stands there.
/// </summary>
internal static class RepeatableOptions
{
    /// <summary>The line without those that have their value already; the word at the cursor stays.</summary>
    public static string LeaveOut(string line, Command command)
    {
        var names = new HashSet<string>(All(command), StringComparer.Ordinal);
        var words = line.Split(' ');
        var kept = new List<string>(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            var isLast = at == words.Length - 1;
            if (!isLast && words[at].IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && names.Contains(words[at][..equals]))
            {
                continue;
            }

            if (at + 1 < words.Length - 1 && names.Contains(words[at]))
            {
                at++;
                continue;
            }

            kept.Add(words[at]);
        }

        return string.Join(' ', kept);
    }

    // The command's own and those of the commands above it.
    private static IEnumerable<string> All(Command command) => command.Options
        .Where(option => option.Arity.MaximumNumberOfValues > 1)
        .SelectMany(option => option.Aliases.Append(option.Name))
        .Concat(command.Parents.OfType<Command>().SelectMany(All));
}
