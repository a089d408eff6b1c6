using System.CommandLine;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Output;
using DebugDeck.Output.Documents;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck list</c>: the targets of every host, and which of them have a shell.</summary>
internal static class ListCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var selector = new Option<string>("--selector", "-l") { Description = "Only targets with these labels (app=web,tier!=cache,env in (dev,test))", HelpName = "LABELS" };
        var watch = new Option<bool>("--watch", "-w") { Description = "Go on with every change" };
        var noShells = new Option<bool>("--no-shell-check") { Description = "Do not look for shells" };
        var debug = new Option<bool>("--debug-containers") { Description = "Show DebugDeck's own debug containers as well" };
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Wide, OutputFormat.Json, OutputFormat.Yaml, OutputFormat.Name);
        var command = new DeckCommand("list", "Containers on every host, running or not, and which of them have a shell")
        {
            Examples =
            [
                "debugdeck list",
                "debugdeck list -l app=web -o wide",
                "debugdeck list -o json | jq -r '.targets[] | select(.shell.verdict == \"no\") | .address'",
                "debugdeck list -w",
                "debugdeck list -A --host kubernetes",
            ],
            Details = "Of a cluster, the pods of the context's namespace are listed unless -n or -A says otherwise.\nNothing is run in a container to find its shell: its files are looked at from outside. '?' means that it could not be told; "
                + "-o json says why.\nA family or libc with a '~' is what the image's name gives away; without, files were looked at, now (-o wide, of engines) or earlier.\nWith --watch a line is printed for every change; -o json then prints one document a line.\n"
                + "Exit code 6 if no host answers, 5 if all refuse.",
        };
        command.Aliases.Add("ls");
        command.Take(selector, watch, noShells, debug, format);
        return scope.Run(
            command,
            parsed => new ListOptions
            {
                Selector = parsed.GetValue(selector) is { } text ? LabelSelector.Parse(text) : null,
                Watch = parsed.GetValue(watch),
                CheckShells = !parsed.GetValue(noShells),
                DebugContainers = parsed.GetValue(debug),
                Format = parsed.GetValue(format),
            },
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, ListOptions asked, CancellationToken cancellationToken)
    {
        var options = asked with { Scope = context.Global.Scope };
        await using var catalogue = context.OpenHosts(context.Global);
        var hosts = catalogue.Select(context.Global.Host);
        if (options.Watch)
        {
            return await new ListWatch(context, options, hosts).RunAsync(cancellationToken);
        }

        var lookup = context.Lookup;
        var looks = await Task.WhenAll(hosts.Select(host => LookAsync(lookup, host, options, cancellationToken)));
        Print(context, options.Format, looks);
        if (looks.All(look => HostTrouble.ShowsNothing(look.Inventory)))
        {
            throw HostTrouble.NoneReachable([.. looks.Select(look => (look.Host, look.Inventory.Status))]);
        }

        foreach (var (host, inventory, _) in looks.Where(look => look.Inventory.Status is not { State: HostState.Ready, Reason: null }))
        {
            context.Note($"{host.Name}: {inventory.Status.Reason ?? "not reachable"}");
        }

        return ExitCode.Done;
    }

    private static async Task<HostLook> LookAsync(AnatomyLookup lookup, IContainerHost host, ListOptions options, CancellationToken cancellationToken)
    {
        var inventory = await host.ListAsync(cancellationToken);
        IReadOnlyList<Target> wanted = [.. inventory.Targets.Where(options.Wants).OrderBy(target => target.Name, StringComparer.Ordinal).ThenBy(target => target.Project, StringComparer.Ordinal)];
        return new HostLook(
            host.Info,
            inventory with { Targets = options.CheckShells ? await ShellScan.RunAsync(host, wanted, cancellationToken) : wanted },
            await BaseScan.RunAsync(lookup, host, wanted, options is { CheckShells: true, Format: OutputFormat.Wide }, cancellationToken));
    }

    private static void Print(CommandContext context, OutputFormat format, IReadOnlyList<HostLook> looks)
    {
        var targets = looks.SelectMany(look => look.Inventory.Targets).ToList();
        var bases = looks.SelectMany(look => look.Bases).DistinctBy(known => known.Key).ToDictionary(StringComparer.Ordinal);
        switch (format)
        {
            case OutputFormat.Json or OutputFormat.Yaml:
                var document = new ListDocument(
                    [.. looks.Select(look => HostDocument.From(look.Host, look.Inventory.Status))],
                    [.. targets.Select(target => TargetDocument.From(target, context.Clock.GetUtcNow(), bases.GetValueOrDefault(target.ImageId)))]);
                DocumentPrinter.Print(context.Out, format, document, DocumentJson.Indented.ListDocument);
                break;
            case OutputFormat.Name:
                targets.ForEach(target => context.Out.Text.WriteLine(target.Address));
                break;
            case var _ when targets.Count > 0:
                var withPods = looks.Any(look => look.Host.Kind == HostKind.Kubernetes);
                context.Out.Text.Write(new TargetTable(format, withPods, context.Clock) { Bases = bases }.Render(context, targets));
                break;
            case var _ when looks.Any(look => look.Inventory.Status.State == HostState.Ready):
                context.Note("there are no containers that match");
                break;
        }
    }

    private sealed record HostLook(HostInfo Host, Inventory Inventory, IReadOnlyDictionary<string, BaseSummary> Bases);
}
