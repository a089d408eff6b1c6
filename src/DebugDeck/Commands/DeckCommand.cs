using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>A command with examples for its help page.</summary>
internal sealed class DeckCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines to start from, most usual first.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>What does not fit on a line: rules and contracts of the command, shown below the description.</summary>
    public string? Details { get; init; }

    /// <summary>Adds what the command understands, in the order of its help page.</summary>
    public void Take(params ReadOnlySpan<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Argument argument:
                    Add(argument);
                    break;
                case Option option:
                    Add(option);
                    break;
                case Command command:
                    Add(command);
                    break;
            }
        }
    }
}
