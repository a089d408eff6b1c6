using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DebugDeck.Commands;
using DebugDeck.Tests.Commands;
using DebugDeck.Tui.Keys;

namespace DebugDeck.Tests.Readme;

/// <summary>What README.md says of the program is compared with the program.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "README.md")));

    [Fact]
    public void README_lists_every_command()
    {
        var bench = new CommandBench();
        using var nowhere = new MemoryStream();
        var known = CommandTree.Create(bench.Context(nowhere, nowhere)).Subcommands.Where(command => !command.Hidden).ToList();

        // The first word after the program's name, and the alias in brackets: | `debugdeck list` (`ls`) | … |
        var rows = Rows().Matches(Text).Select(row => (Name: row.Groups["name"].Value, Alias: row.Groups["alias"].Value)).ToList();

        Assert.Equal(known.Select(command => command.Name).Order(), rows.Select(row => row.Name).Distinct().Order());
        Assert.All(known.Where(command => command.Aliases.Count > 0), command => Assert.Contains((command.Name, command.Aliases.First()), rows));
    }

    [Fact]
    public void README_lists_every_key() => Assert.Contains(KeyList.Markdown(), Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    private static string ThisFile([CallerFilePath] string file = "") => file;

    [GeneratedRegex(@"^\| `debugdeck (?<name>[a-z]+)[^`|]*`(?: \(`(?<alias>[a-z]+)`\))?", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
