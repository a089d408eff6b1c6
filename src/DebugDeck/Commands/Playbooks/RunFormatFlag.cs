using System.CommandLine;
using DebugDeck.Output;

namespace DebugDeck.Commands.Playbooks;

/// <summary><c>-o text|json|markdown</c>.</summary>
internal static class RunFormatFlag
{
    private static readonly string[] Names = ["text", "json", "markdown"];

    public static Option<RunFormat> Create()
    {
        var option = new Option<RunFormat>("--output", "-o")
        {
            Description = $"How to print: {string.Join(", ", Names)}",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => RunFormat.Text,
            CustomParser = result =>
            {
                var at = Array.IndexOf(Names, result.Tokens[0].Value);
                if (at < 0)
                {
                    result.AddError($"'{result.Tokens[0].Value}' is not an output format of this command; it has {string.Join(", ", Names)}");
                }

                return (RunFormat)Math.Max(0, at);
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(Names);
        return option;
    }
}
