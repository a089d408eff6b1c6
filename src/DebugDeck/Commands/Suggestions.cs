using System.CommandLine;
using System.Globalization;
using DebugDeck.Core.Errors;

namespace DebugDeck.Commands;

/// <summary>Answers <c>debugdeck [suggest:POSITION] LINE</c>, the question of the completion scripts: what may stand at the cursor?</summary>
internal static class Suggestions
{
    // A person holds down Tab: what has not answered by then is left out.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>The line up to the cursor if that is what the program is asked; else null.</summary>
    public static string? ReadQuestion(IReadOnlyList<string> arguments)
    {
        const string Start = "[suggest:";
        return arguments is [var directive, var line] && directive.StartsWith(Start, StringComparison.Ordinal) && directive.EndsWith(']')
            && int.TryParse(directive[Start.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? line[..Math.Min(line.Length, position)]
            : null;
    }

    public static async Task<int> RunAsync(string line, CommandContext context, CancellationToken cancellationToken)
    {
        // The shell's line begins with the program, called by whatever name or path.
        var begin = line.IndexOf(' ', StringComparison.Ordinal) + 1;
        var rest = begin == 0 ? "" : line[begin..];
        if (rest.Contains(" -- ", StringComparison.Ordinal))
        {
            return ExitCode.Done;
        }

        var word = rest[(rest.LastIndexOf(' ') + 1)..];
        var candidates = new AddressCandidates();
        var parsed = CommandTree.Create(context, candidates).Parse(rest);
        if (!word.StartsWith('-') && parsed.CommandResult.Command.Arguments.Any(argument => argument.Name.StartsWith(AddressArgument.Name, StringComparison.Ordinal)))
        {
            candidates.Set(await FetchAsync(context, cancellationToken), withNames: word.Length > 0);
        }

        foreach (var label in Complete(parsed, rest.Length, word))
        {
            context.Out.Text.WriteLine(label);
        }

        context.Out.Flush();
        return ExitCode.Done;
    }

    private static IEnumerable<string> Complete(ParseResult parsed, int position, string word) => parsed.GetCompletions(position)
        .Select(item => item.InsertText ?? item.Label)
        .Where(label => label.StartsWith(word, StringComparison.Ordinal))

        // Options are offered to those who ask for one; the Windows spellings of help to nobody.
        .Where(label => label.StartsWith('-') == word.StartsWith('-') && label is not ("-?" or "/?" or "/h"))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Core.Targets.Target>> FetchAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, context.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await using var catalogue = context.OpenHosts(context.Global);
            var answers = await Task.WhenAll(catalogue.Hosts.Select(host => ListAsync(host, both.Token)));
            return [.. answers.SelectMany(targets => targets)];
        }
        catch (DebugDeckException)
        {
            // A completion has no way to complain; the command itself will.
            return [];
        }
    }

    private static async Task<IReadOnlyList<Core.Targets.Target>> ListAsync(Core.Hosts.IContainerHost host, CancellationToken cancellationToken)
    {
        try
        {
            return (await host.ListAsync(cancellationToken)).Targets;
        }
        catch (OperationCanceledException)
        {
            // Too slow to be of help; the other hosts' answers are.
            return [];
        }
    }
}
