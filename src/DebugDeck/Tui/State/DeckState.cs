using System.Collections.Immutable;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Tui.Effects;

namespace DebugDeck.Tui.State;

/// <summary>Everything the screens show, at one moment. Views own no data: they can be thrown away and built again from this.</summary>
internal sealed record DeckState
{
    public ImmutableArray<HostEntry> Hosts { get; init; } = [];

    /// <summary>The clusters that can be switched to.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    public ImmutableDictionary<TargetKey, Target> Targets { get; init; } = ImmutableDictionary<TargetKey, Target>.Empty;

    /// <summary>What our own look at a target found.</summary>
    public ImmutableDictionary<TargetKey, ShellFinding> Shells { get; init; } = ImmutableDictionary<TargetKey, ShellFinding>.Empty;

    /// <summary>Targets whose shell nobody has looked for yet.</summary>
    public ImmutableHashSet<TargetKey> Unexamined { get; init; } = [];

    /// <summary>What images are built on, by their ids; what was asked for is here, if only as far as the reference tells.</summary>
    public ImmutableDictionary<string, BaseSummary> Bases { get; init; } = ImmutableDictionary<string, BaseSummary>.Empty;

    /// <summary>Targets in which a first look has found symptoms.</summary>
    public ImmutableHashSet<TargetKey> Ailing { get; init; } = [];

    public InventoryState Inventory { get; init; } = new();

    /// <summary>The screens above the inventory, the visible one last.</summary>
    public ImmutableList<Page> Pages { get; init; } = [];

    public Prompt? Prompt { get; init; }

    public Note? Note { get; init; }

    public TerminalSize Size { get; init; } = new(80, 24);

    /// <summary>The time that ages are counted to.</summary>
    public DateTimeOffset Now { get; init; }

    public int NextPageId { get; init; } = 1;

    /// <summary>The toolbox that shells are opened with.</summary>
    public string Toolbox { get; init; } = "busybox";

    /// <summary>A shell that is being tried at the user's wish.</summary>
    public Work.ProbeShell? Probe { get; init; }

    /// <summary>The text that was last handed to the terminal's clipboard.</summary>
    public Clip? Clip { get; init; }

    public Handover? Handover { get; init; }

    public bool IsQuitting { get; init; }

    /// <summary>The visible page; null for the inventory itself.</summary>
    public Page? Page => Pages.IsEmpty ? null : Pages[^1];

    /// <summary>The target that a command is about: the visible page's, else the selected row's.</summary>
    public TargetKey? SubjectKey => Page switch
    {
        TargetPage page => page.Target,
        null => Inventory.Selected,
        _ => null,
    };

    /// <summary>The target that a command is about; null if there is none or it is gone.</summary>
    public Target? Subject => SubjectKey is { } key ? Targets.GetValueOrDefault(key) : null;

    public HostEntry? Host(string name) => Hosts.FirstOrDefault(host => host.Info.Name == name);

    public ShellFinding ShellOf(Target target) => Shells.GetValueOrDefault(TargetKey.Of(target)) ?? target.Shell;

    public BaseSummary BaseOf(Target target) => Bases.GetValueOrDefault(target.ImageId) ?? BaseSummary.FromReference(target.Image);

    /// <summary>A state before any host has answered: enough for a first screen.</summary>
    public static DeckState Start(IEnumerable<HostInfo> hosts, TerminalSize size, DateTimeOffset now) => new()
    {
        Hosts = [.. hosts.Select(info => new HostEntry(info, HostStatus.Connecting))],
        Size = size,
        Now = now,
    };
}
