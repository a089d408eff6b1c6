using System.CommandLine;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands;

/// <summary>What is wrong with a command line, in one sentence, and what was probably meant.</summary>
internal static class UsageError
{
    public static DebugDeckException Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            return token.StartsWith('-') ? UnknownOption(token, command) : UnknownWord(token, command);
        }

        // The library's own sentences: "Required argument 'ADDRESS' missing for command: 'plan'."
        var message = parsed.Errors[0].Message.TrimEnd('.').ReplaceLineEndings(" ");
        return new DebugDeckException(ErrorKind.Usage, char.ToLowerInvariant(message[0]) + message[1..], See(command));
    }

    public static DebugDeckException UnknownOption(string token, Command command)
    {
        var name = token.Split('=')[0];
        var known = WithParents(command).SelectMany(level => level.Options.Where(option => level == command || option.Recursive))
            .SelectMany(option => option.Aliases.Append(option.Name))
            .Where(alias => alias.StartsWith("--", StringComparison.Ordinal));
        return new DebugDeckException(
            ErrorKind.Usage,
            command is RootCommand ? $"there is no option {name}" : $"{command.Name} has no option {name}",
            NearestWord.Of(name, known) is { } near ? $"did you mean {near}?" : See(command));
    }

    private static DebugDeckException UnknownWord(string token, Command command)
    {
        if (command.Subcommands.Count == 0)
        {
            return new DebugDeckException(ErrorKind.Usage, $"'{token}' is one argument too many", See(command));
        }

        var known = command.Subcommands.Where(sub => !sub.Hidden).SelectMany(sub => sub.Aliases.Append(sub.Name));
        return new DebugDeckException(
            ErrorKind.Usage,
            command is RootCommand ? $"there is no command '{token}'" : $"{command.Name} has no command '{token}'",
            NearestWord.Of(token, known) is { } near ? $"did you mean '{near}'?" : See(command));
    }

    private static string See(Command command) => $"see `{CommandPath.Of(command)} --help`";

    private static IEnumerable<Command> WithParents(Command command)
    {
        for (var level = command; level is not null; level = level.Parents.OfType<Command>().FirstOrDefault())
        {
            yield return level;
        }
    }
}
