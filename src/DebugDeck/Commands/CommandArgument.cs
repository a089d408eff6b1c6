using System.CommandLine;
using System.CommandLine.Parsing;
using DebugDeck.Core.Errors;

namespace DebugDeck.Commands;

/// <summary>The command after <c>--</c>.</summary>
internal static class CommandArgument
{
    public const string Name = "COMMAND";

    public static Argument<string[]> Create() => new(Name)
    {
        Description = "What to run instead of a shell, with its arguments",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>
    /// The command; empty if none is given. Without the <c>--</c>, a mistyped option of ours would be taken for the command,
    /// and the command's own options for ours.
    /// </summary>
    /// <exception cref="DebugDeckException">Usage: words that are neither ours nor after <c>--</c>.</exception>
    public static IReadOnlyList<string> Read(ParseResult parsed, Argument<string[]> argument)
    {
        var words = parsed.GetValue(argument) ?? [];
        var dashes = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Count();
        var after = parsed.Tokens.Skip(dashes + 1).Count();
        if (words.Length == after)
        {
            return words;
        }

        if (words.Length < after)
        {
            throw new DebugDeckException(ErrorKind.Usage, "there is no ADDRESS before the --", $"for example: debugdeck {parsed.CommandResult.Command.Name} docker://web -- ls /");
        }

        throw words[0].StartsWith('-')
            ? UsageError.UnknownOption(words[0], parsed.CommandResult.Command)
            : new DebugDeckException(ErrorKind.Usage, $"'{words[0]}' is one argument too many", $"a command comes after two dashes: -- {string.Join(' ', words)}");
    }
}
