using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>How a command is called: <c>debugdeck sessions end</c>.</summary>
internal static class CommandPath
{
    /// <summary>The program's name, whatever the file is called that it was started from.</summary>
    public const string Program = "debugdeck";

    public static string Of(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Of(parent)} {command.Name}" : Program;
}
