using System.CommandLine;
using System.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>The help page of a command: usage, what it does, examples, arguments and options, in that order.</summary>
internal static class HelpPage
{
    // Lines longer than that are hard to read even where there is room.
    private const int Widest = 110;

    public static string Render(Command command, Palette palette, int columns)
    {
        var width = Math.Min(columns, Widest);
        var page = new StringBuilder();
        page.Append(command.Description).Append("\n\n");
        if (command is DeckCommand { Details: { } details })
        {
            page.Append(Wrap(details, width)).Append("\n\n");
        }

        Heading(page, "Usage", palette);
        page.Append("  ").Append(Usage(command)).Append("\n\n");
        if (command is DeckCommand { Examples: { Count: > 0 } examples })
        {
            Heading(page, "Examples", palette);
            page.AppendJoin('\n', examples.Select(example => $"  {example}")).Append("\n\n");
        }

        var inherited = command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive && !option.Hidden);
        Section(page, "Commands", command.Subcommands.Where(sub => !sub.Hidden).Select(CommandRow), palette, width);
        Section(page, "Arguments", command.Arguments.Where(argument => !argument.Hidden).Select(argument => (argument.Name, argument.Description)), palette, width);
        Section(page, "Options", command.Options.Where(option => !option.Hidden).Select(OptionRow), palette, width);
        Section(page, "Options of every command", inherited.Select(OptionRow), palette, width);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Usage(Command command)
    {
        var words = new List<string> { CommandPath.Of(command) };
        if (command.Subcommands.Any(sub => !sub.Hidden))
        {
            words.Add(command.Action is null ? "COMMAND" : "[COMMAND]");
        }

        words.Add("[options]");
        foreach (var argument in command.Arguments.Where(argument => !argument.Hidden))
        {
            words.Add(argument.Arity switch
            {
                { MinimumNumberOfValues: 0, MaximumNumberOfValues: 1 } => $"[{argument.Name}]",
                { MinimumNumberOfValues: 0 } when argument.Name == CommandArgument.Name => $"[-- {argument.Name}...]",
                { MinimumNumberOfValues: 0 } => $"[{argument.Name}...]",
                { MaximumNumberOfValues: > 1 } => $"{argument.Name}...",
                _ => argument.Name,
            });
        }

        return string.Join(' ', words);
    }

    private static (string, string?) CommandRow(Command command) =>
        (string.Join(", ", command.Aliases.Where(alias => alias != command.Name).Prepend(command.Name)), command.Description);

    private static (string, string?) OptionRow(Option option)
    {
        var names = option.Aliases.Append(option.Name).Distinct()
            .Where(name => name is not "-?" && !name.StartsWith('/'))
            .OrderBy(name => name.Length);
        var value = option.ValueType == typeof(bool) || option is System.CommandLine.Help.HelpOption or VersionOption ? "" : $" {option.HelpName ?? "VALUE"}";
        return (string.Join(", ", names) + value, option.Description);
    }

    private static void Section(StringBuilder page, string title, IEnumerable<(string Name, string? Text)> rows, Palette palette, int width)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Heading(page, title, palette);
        var indent = Math.Min(all.Max(row => row.Name.Length), 30) + 4;
        foreach (var (name, text) in all)
        {
            var start = $"  {name}".PadRight(indent);
            var body = Wrap(text ?? "", Math.Max(20, width - indent)).Replace("\n", "\n" + new string(' ', indent), StringComparison.Ordinal);
            page.Append(start.Length > indent ? $"{start}\n{new string(' ', indent)}{body}" : start + body).Append('\n');
        }

        page.Append('\n');
    }

    private static void Heading(StringBuilder page, string title, Palette palette) => page.Append(palette.Paint(title, Ink.Heading)).Append('\n');

    private static string Wrap(string text, int width)
    {
        var lines = new StringBuilder();
        foreach (var paragraph in text.Split('\n'))
        {
            var column = 0;
            foreach (var word in paragraph.Split(' '))
            {
                if (column > 0 && column + 1 + word.Length > width)
                {
                    lines.Append('\n');
                    column = 0;
                }

                lines.Append(column > 0 ? " " : "").Append(word);
                column += (column > 0 ? 1 : 0) + word.Length;
            }

            lines.Append('\n');
        }

        return lines.ToString().TrimEnd('\n');
    }
}
