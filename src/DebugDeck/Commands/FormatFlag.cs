using System.CommandLine;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>The <c>-o/--output</c> of a command.</summary>
internal static class FormatFlag
{
    /// <param name="formats">The formats the command knows, its usual one first.</param>
    public static Option<OutputFormat> Of(params OutputFormat[] formats)
    {
        var names = formats.Select(format => format.ToString().ToLowerInvariant()).ToArray();
        var option = new Option<OutputFormat>("--output", "-o")
        {
            Description = $"How to print: {string.Join(", ", names)}",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => formats[0],
            CustomParser = result =>
            {
                var at = Array.IndexOf(names, result.Tokens[0].Value);
                if (at < 0)
                {
                    result.AddError($"'{result.Tokens[0].Value}' is not an output format of this command; it has {string.Join(", ", names)}");
                }

                return formats[Math.Max(0, at)];
            },
        };
        // An enumeration offers its own names, in its own spelling.
        option.CompletionSources.Clear();
        option.CompletionSources.Add(names);
        return option;
    }
}
