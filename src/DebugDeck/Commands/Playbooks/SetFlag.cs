using DebugDeck.Core.Errors;
using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands.Playbooks;

/// <summary>Reads <c>--set NAME=VALUE</c>.</summary>
internal static class SetFlag
{
    /// <exception cref="DebugDeckException">Usage: one of them has no <c>=</c>.</exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string> words)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var at = word.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                throw new DebugDeckException(ErrorKind.Usage, $"'{word}' sets nothing", "write --set NAME=VALUE");
            }

            given[word[..at]] = word[(at + 1)..];
        }

        return given;
    }

    /// <exception cref="DebugDeckException">Usage: the playbook has no such input.</exception>
    public static void Check(Playbook playbook, IReadOnlyDictionary<string, string> given)
    {
        var known = playbook.Inputs.Select(input => input.Name).ToList();
        if (given.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            var near = NearestWord.Of(unknown, known);
            throw new DebugDeckException(
                ErrorKind.Usage,
                $"the playbook {playbook.Name} has no input '{unknown}'",
                near is not null ? $"did you mean '{near}'?" : known.Count > 0 ? $"its inputs are {string.Join(", ", known)}" : "it has no inputs");
        }
    }
}
