using System.Text;

namespace DebugDeck.Tui.Keys;

/// <summary>All keys, screen by screen, for people to read.</summary>
public static class KeyList
{
    internal static IReadOnlyList<KeySection> Sections { get; } =
    [
        Section("Containers", command => (command.Scope & (KeyScope.Inventory | KeyScope.Details)) != 0 && (command.Scope & KeyScope.Logs) == 0),
        Section("Log", command => command.Scope == KeyScope.Logs),
        Section("Files and copying", command => command.Scope is KeyScope.Files or KeyScope.Copying or KeyScope.Copied),
        Section("Plan of a shell", command => command.Scope == KeyScope.Plan),
        Section("Playbooks", command => command.Scope is KeyScope.Playbooks or KeyScope.Rested or KeyScope.Running or KeyScope.Paused or KeyScope.Runs),
        Section("Text fields", command => (command.Scope & KeyScope.Screens) == 0),
        Section("Everywhere", command => command.Scope.HasFlag(KeyScope.Logs) && command.Scope != KeyScope.Logs),
    ];

    /// <summary>The list as it stands in the README; a test compares the two.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        foreach (var section in Sections)
        {
            text.Append("**").Append(section.Title).Append("**\n\n| key | does |\n|---|---|\n");
            foreach (var command in section.Commands)
            {
                text.Append("| ").AppendJoin(", ", command.Keys.Select(key => $"`{key}`")).Append(" | ").Append(command.Help).Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static KeySection Section(string title, Func<DeckCommand, bool> belongs) => new(title, [.. KeyTable.Commands.Where(belongs)]);
}
