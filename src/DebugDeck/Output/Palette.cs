namespace DebugDeck.Output;

/// <summary>Colours for a terminal, or none. Only the 16 standard colours, which every theme makes readable on its own background.</summary>
internal sealed class Palette(bool isColored)
{
    public static Palette Plain { get; } = new(false);

    /// <summary>Colour only where a person looks at a terminal that has it and did not ask for none (https://no-color.org).</summary>
    public static Palette For(bool isTerminal, bool isForbidden, Func<string, string?> environment) =>
        new(isTerminal && !isForbidden && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb");

    public bool IsColored => isColored;

    public string Paint(string text, Ink ink) => Code(ink) is { } code && isColored && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;

    private static string? Code(Ink ink) => ink switch
    {
        Ink.Good => "32",
        Ink.Attention => "33",
        Ink.Bad => "31",
        Ink.Quiet => "2",
        Ink.Heading => "1",
        _ => null,
    };
}
