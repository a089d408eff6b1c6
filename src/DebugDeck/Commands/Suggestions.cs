using System.CommandLine;
using System.Globalization;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

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
        var flags = new GlobalFlags();
        var tree = CommandTree.Create(context, candidates, flags);
        var parsed = tree.Parse(rest);
        await FetchAsync(context, candidates, flags, parsed, rest, word, cancellationToken);
        var shorter = RepeatableOptions.LeaveOut(rest, parsed.CommandResult.Command);
        foreach (var label in Complete(tree.Parse(shorter), shorter.Length, word))
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

    private static async Task FetchAsync(
        CommandContext context, AddressCandidates candidates, GlobalFlags flags, ParseResult parsed, string line, string word, CancellationToken cancellationToken)
    {
        var before = line[..^word.Length].TrimEnd();
        var option = before.LastIndexOf(' ') + 1;
        try
        {
            if (IsValueOf(flags.Clusters.Contexts, before[option..]))
            {
                candidates.Contexts = context.Contexts(ReadBefore(context, before[..option]))?.Names ?? [];
            }
            else if (IsValueOf(flags.Namespaces, before[option..]))
            {
                var hosts = await AskAsync(context, ReadBefore(context, before[..option]), NamespacesAsync, cancellationToken);
                candidates.Namespaces = [.. hosts.SelectMany(names => names)];
            }
            else if (!word.StartsWith('-') && parsed.CommandResult.Command.Arguments.Any(argument => argument.Name.StartsWith(AddressArgument.Name, StringComparison.Ordinal)))
            {
                var hosts = await AskAsync(context, flags.Read(parsed), TargetsAsync, cancellationToken);
                candidates.Set([.. hosts.SelectMany(targets => targets)], withNames: word.Length > 0);
            }
        }
        catch (DebugDeckException)
        {
            // A completion has no way to complain; the command itself will.
        }
    }

    // The option at the cursor has no value yet, which is no way to read it.
    private static GlobalOptions ReadBefore(CommandContext context, string line)
    {
        var flags = new GlobalFlags();
        return flags.Read(CommandTree.Create(context, null, flags).Parse(line)) with { Scope = null };
    }

    private static bool IsValueOf(Option option, string word) => option.Name == word || option.Aliases.Contains(word);

    private static async Task<IReadOnlyList<T>> AskAsync<T>(
        CommandContext context, GlobalOptions options, Func<IContainerHost, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, context.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        await using var catalogue = context.OpenHosts(options);
        var answers = await Task.WhenAll(catalogue.Select(options.Host).Select(async host =>
        {
            try
            {
                return (Is: true, Answer: await ask(host, both.Token));
            }
            catch (Exception error) when (error is OperationCanceledException or DebugDeckException)
            {
                // Too slow to be of help, or not to be reached; the other hosts' answers are.
                return (Is: false, Answer: default(T)!);
            }
        }));
        return [.. answers.Where(answer => answer.Is).Select(answer => answer.Answer)];
    }

    private static async Task<IReadOnlyList<Target>> TargetsAsync(IContainerHost host, CancellationToken cancellationToken) =>
        (await host.ListAsync(cancellationToken)).Targets;

    private static async Task<IReadOnlyList<string>> NamespacesAsync(IContainerHost host, CancellationToken cancellationToken) => host is INamespacedHost cluster
        ? (await cluster.NamespacesAsync(cancellationToken)).Names
        : [.. (await host.ListAsync(cancellationToken)).Targets.Select(target => target.Project).OfType<string>().Distinct()];
}
