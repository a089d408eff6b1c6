using System.Text.Json;
using System.Threading.Channels;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Output;
using DebugDeck.Output.Documents;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck list --watch</c>: what there is, then a line for every change, until interrupted.</summary>
internal sealed class ListWatch(CommandContext context, ListOptions options, IReadOnlyList<IContainerHost> hosts)
{
    // A restart storm must not outgrow memory when our reader is slow: the hosts' own streams wait instead.
    private const int Ahead = 1000;

    private readonly TargetTable _rows = new(options.Format, hosts.Any(host => host.Info.Kind == HostKind.Kubernetes), context.Clock);
    private readonly Dictionary<(string Host, string Id), Target> _shown = [];
    private TableLayout? _layout;
    private bool _hasHeader;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var changes = Channel.CreateBounded<(IContainerHost Host, InventoryChange Change)>(Ahead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = Task.WhenAll(hosts.Select(host => WatchAsync(host, changes.Writer, stop.Token)));
        try
        {
            await foreach (var (host, change) in changes.Reader.ReadAllAsync(stop.Token))
            {
                await ShowAsync(host, change, stop.Token);
                context.Out.Flush();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCode.Done;
    }

    private static async Task WatchAsync(
        IContainerHost host,
        ChannelWriter<(IContainerHost Host, InventoryChange Change)> changes,
        CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var change in host.WatchAsync(cancellationToken))
            {
                await changes.WriteAsync((host, change), cancellationToken);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A watch never throws for the host's sake, so this is for the reader to report.
            changes.TryComplete(error);
        }
    }

    private async Task ShowAsync(IContainerHost host, InventoryChange change, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case InventoryChange.HostChanged changed:
                ShowHost(host.Info, changed.Status);
                break;
            case InventoryChange.Snapshot snapshot:
                await ShowSnapshotAsync(host, snapshot.Targets, cancellationToken);
                break;
            case InventoryChange.Upserted upserted:
                await ShowAsync(host, upserted.Target, cancellationToken);
                break;
            case InventoryChange.Removed removed:
                Remove(host.Info.Name, removed.TargetId);
                break;
            case InventoryChange.Batch batch:
                foreach (var gone in batch.Removals)
                {
                    Remove(host.Info.Name, gone);
                }

                foreach (var target in batch.Upserts)
                {
                    await ShowAsync(host, target, cancellationToken);
                }

                break;
        }
    }

    private async Task ShowAsync(IContainerHost host, Target target, CancellationToken cancellationToken)
    {
        if (options.Wants(target))
        {
            Show("changed", options.CheckShells ? await ShellScan.LookAsync(host, target, cancellationToken) : target);
        }
    }

    private async Task ShowSnapshotAsync(IContainerHost host, IReadOnlyList<Target> targets, CancellationToken cancellationToken)
    {
        var wanted = targets.Where(options.Wants).OrderBy(target => target.Name, StringComparer.Ordinal).ToList();
        var present = wanted.Select(target => target.Id).ToHashSet();
        foreach (var (name, id) in _shown.Keys.Where(key => key.Host == host.Info.Name && !present.Contains(key.Id)).ToList())
        {
            Remove(name, id);
        }

        var looked = options.CheckShells ? await ShellScan.RunAsync(host, wanted, cancellationToken) : wanted;
        _layout ??= Layout(looked);
        foreach (var target in looked)
        {
            Show("changed", target);
        }
    }

    private void Remove(string host, string id)
    {
        if (_shown.Remove((host, id), out var target))
        {
            Print("removed", target);
        }
    }

    private void Show(string type, Target target)
    {
        var key = (target.Host, target.Id);
        if (!_shown.TryGetValue(key, out var before))
        {
            type = "added";
        }
        else if (IsSame(before, target))
        {
            // A host that comes back tells everything again.
            return;
        }

        _shown[key] = target;
        Print(type, target);
    }

    private void Print(string type, Target target)
    {
        if (options.Format is OutputFormat.Json or OutputFormat.Yaml)
        {
            Print(new ListChangeDocument(type, null, TargetDocument.From(target, context.Clock.GetUtcNow())));
        }
        else if (options.Format == OutputFormat.Name)
        {
            context.Out.Text.WriteLine(target.Address);
        }
        else
        {
            var table = _rows.Create();
            table.Add(type == "removed"
                ? _rows.RowOfRemoved(target)
                : _rows.Row(target));
            _layout = _layout?.GrownTo(table.Layout()) ?? table.Layout();
            context.Out.Text.Write(table.Render(context.Palette, _layout, withHeader: !_hasHeader));
            _hasHeader = true;
        }
    }

    private void ShowHost(HostInfo host, HostStatus status)
    {
        if (options.Format is OutputFormat.Json or OutputFormat.Yaml)
        {
            Print(new ListChangeDocument("host", HostDocument.From(host, status), null));
        }
        else if (status.State == HostState.Unreachable)
        {
            context.Note($"{host.Name}: {status.Reason ?? "not reachable"}; trying again");
        }
    }

    private void Print(ListChangeDocument document)
    {
        if (options.Format == OutputFormat.Yaml)
        {
            context.Out.Text.WriteLine("---");
            DocumentPrinter.Print(context.Out, OutputFormat.Yaml, document, DocumentJson.Line.ListChangeDocument);
        }
        else
        {
            context.Out.Text.WriteLine(JsonSerializer.Serialize(document, DocumentJson.Line.ListChangeDocument));
        }
    }

    private TableLayout Layout(IReadOnlyList<Target> targets)
    {
        var table = _rows.Create();
        foreach (var target in targets)
        {
            table.Add(_rows.Row(target));
        }

        return table.Layout(_rows.Limit(context));
    }

    private static bool IsSame(Target before, Target now) =>
        before with { Shell = now.Shell, Labels = now.Labels } == now && before.Shell.Verdict == now.Shell.Verdict && before.Shell.Path == now.Shell.Path;
}
