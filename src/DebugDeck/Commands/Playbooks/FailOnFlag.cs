using System.CommandLine;

namespace DebugDeck.Commands.Playbooks;

/// <summary><c>--fail-on problem|warning|never</c>.</summary>
internal static class FailOnFlag
{
    private static readonly string[] Names = ["problem", "warning", "never"];

    public static Option<FailOn> Create()
    {
        var option = new Option<FailOn>("--fail-on")
        {
            Description = "End with exit code 3 if there is a finding as bad as this: problem (unless you say otherwise), warning, never",
            HelpName = "SEVERITY",
            DefaultValueFactory = _ => FailOn.Problem,
            CustomParser = result =>
            {
                var at = Array.IndexOf(Names, result.Tokens[0].Value);
                if (at < 0)
                {
                    result.AddError($"'{result.Tokens[0].Value}' is nothing to fail on; there is {string.Join(", ", Names)}");
                }

                return (FailOn)Math.Max(0, at);
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(Names);
        return option;
    }
}
