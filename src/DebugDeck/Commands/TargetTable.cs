using System.Globalization;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>Targets as a table.</summary>
/// <param name="format">Table or wide.</param>
/// <param name="withPods">Some host has pods, so namespaces and nodes are worth a column.</param>
/// <param name="clock">The time that ages are counted to.</param>
internal sealed class TargetTable(OutputFormat format, bool withPods, TimeProvider clock)
{
    private static readonly Column Namespace = new("NAMESPACE");

    private static readonly Column[] Usual =
    [
        new("TARGET"),
        new("IMAGE", Shortening.Start),
        new("STATE"),
        new("RESTARTS", AlignRight: true, LeaveOut: 4),
        new("AGE"),
        new("SHELL"),
        new("FAMILY", LeaveOut: 3),
        new("LIBC", LeaveOut: 2),
        new("USER", Shortening.End, LeaveOut: 1),
    ];

    private static readonly Column[] More = [new("SHELL PATH"), new("HOST"), new("PROJECT"), new("ID"), new("IMAGE ID"), new("REASON")];

    private static readonly Column[] OfPods = [new("NODE"), new("OWNER")];

    /// <summary>What is known of images, by their ids; of others the reference tells.</summary>
    public IReadOnlyDictionary<string, BaseSummary> Bases { get; init; } = new Dictionary<string, BaseSummary>();

    public string Render(CommandContext context, IEnumerable<Target> targets)
    {
        var table = Create();
        foreach (var target in targets)
        {
            table.Add(Row(target));
        }

        return table.Render(context.Palette, Limit(context));
    }

    public Table Create() => new((withPods, format) switch
    {
        (false, OutputFormat.Wide) => [.. Usual, .. More],
        (true, OutputFormat.Wide) => [Namespace, .. Usual, .. More, .. OfPods],
        (true, _) => [Namespace, .. Usual],
        _ => Usual,
    });

    /// <summary>A person's terminal is not to be wrapped; a file or a program gets everything.</summary>
    public int? Limit(CommandContext context) =>
        context.Out.IsTerminal && format == OutputFormat.Table ? context.Out.Columns : null;

    /// <summary>The row of a target that has just gone.</summary>
    public Cell[] RowOfRemoved(Target target)
    {
        var row = Row(target);
        row[withPods ? 3 : 2] = new Cell("removed", Ink.Quiet);
        return row;
    }

    public Cell[] Row(Target target)
    {
        var known = Bases.GetValueOrDefault(target.ImageId) ?? BaseSummary.FromReference(target.Image);
        Cell[] row =
        [
            .. withPods ? new Cell[] { target.Container is null ? null : target.Project } : [],
            target.Address.ToString(),
            target.Image,
            State(target),
            target.Restarts.ToString(CultureInfo.InvariantCulture),
            Age(target),
            Shell(target.Shell.Verdict),
            Base(known.Family, known.IsSeen),
            Base(known.Libc, known.IsSeen),
            target.User,
        ];
        if (format != OutputFormat.Wide)
        {
            return row;
        }

        row = [.. row, target.Shell.Path, target.Host, target.Project, Short(target.Id), Short(target.ImageId), target.ReasonAt(clock.GetUtcNow())];
        return withPods ? [.. row, target.Node, target.Owner] : row;
    }

    private static Cell State(Target target)
    {
        var word = target.State.ToString().ToLowerInvariant();
        return (target.State, target.Health) switch
        {
            (ContainerState.Running, ContainerHealth.Unhealthy) => new Cell("running (unhealthy)", Ink.Bad),
            (ContainerState.Running, ContainerHealth.Starting) => new Cell("running (starting)", Ink.Attention),
            (ContainerState.Running, _) => new Cell(word, Ink.Good),
            (ContainerState.Exited, _) when target.ExitCode is { } code =>
                new Cell(string.Create(CultureInfo.InvariantCulture, $"exited ({code})"), code == 0 ? Ink.Quiet : Ink.Bad),
            (ContainerState.Restarting or ContainerState.Waiting or ContainerState.Paused, _) => new Cell(word, Ink.Attention),
            (ContainerState.Dead, _) => new Cell(word, Ink.Bad),
            _ => new Cell(word, Ink.Quiet),
        };
    }

    private static Cell Shell(ShellVerdict verdict) => verdict switch
    {
        ShellVerdict.Yes => new Cell("yes", Ink.Good),
        ShellVerdict.No => new Cell("no", Ink.Attention),
        ShellVerdict.LikelyNo => new Cell("likely no", Ink.Attention),
        _ => new Cell("?", Ink.Quiet),
    };

    private static Cell Base(string text, bool isSeen) => new(text, isSeen ? Ink.Plain : Ink.Quiet);

    private string? Age(Target target) =>
        (target.CreatedAt ?? target.StartedAt) is { } since ? Duration.Format(clock.GetUtcNow() - since) : null;

    private static string Short(string id)
    {
        var digits = id.StartsWith("sha256:", StringComparison.Ordinal) ? id["sha256:".Length..] : id;
        return digits.Length > 12 ? digits[..12] : digits;
    }
}
