using System.Globalization;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>Everything known about one target: a page of its own, or beside the table.</summary>
internal static class DetailsScreen
{
    public static IReadOnlyList<StyledLine> Lines(DeckState state, Target? target, int width, DetailsPage? page = null)
    {
        if (target is null)
        {
            return [StyledLine.Of("this container is gone", Tone.Dim)];
        }

        var text = new LabelledText(width);
        State(text, state, target);
        Image(text, target);
        Family(text, state.BaseOf(target), page);
        Shell(text, state.ShellOf(target));
        if (page is null)
        {
            AnatomyFacts.Add(text, state.BaseOf(target));
        }
        else
        {
            DetailsFacts.AddTrouble(text, page, state.Now);
            AnatomyFacts.Add(text, page);
        }

        HowToDebug(text, target, page?.Anatomy);
        if (page?.Details is { } details)
        {
            DetailsFacts.AddSetting(text, details);
        }

        Labels(text, target);
        return text.Lines;
    }

    private static void State(LabelledText text, DeckState state, Target target)
    {
        var word = InventoryCells.State(target);
        text.Value("state", target.ReasonAt(state.Now) is { Length: > 0 } reason ? $"{word.Text}: {reason}" : word.Text, word.Tone);
        text.Value("health", target.Health == ContainerHealth.None ? null : target.Health.ToString().ToLowerInvariant());
        text.Value("restarts", target.Restarts.ToString(CultureInfo.InvariantCulture), target.Restarts > 0 ? Tone.Warn : Tone.Normal);
        text.Value("started", Moment(target.StartedAt, state.Now));
        text.Value("ended", Moment(target.FinishedAt, state.Now));
        text.Value("created", Moment(target.CreatedAt, state.Now));
        text.Value("user", target.User.Length == 0 ? "the image's default" : target.User);
        text.Value(target.Container is null ? "project" : "namespace", target.Project);
        text.Value("owner", target.Owner);
        text.Value("node", target.Node);
        text.Value("host", state.Host(target.Host) is { } host ? $"{host.Info.Name}, {host.Info.Endpoint} ({host.Info.Source})" : target.Host);
        if (state.Host(target.Host)?.Status is { State: HostState.Unreachable } lost)
        {
            text.Value("", $"out of reach: {lost.Reason}", Tone.Bad);
        }
    }

    private static void Image(LabelledText text, Target target)
    {
        text.Value("image", target.Image);
        text.Value("image id", target.ImageId);
        text.Value("id", target.Id);
        text.Value("address", target.Address.ToString());
    }

    // The anatomy says it better.
    private static void Family(LabelledText text, BaseSummary known, DetailsPage? page)
    {
        if (page is null && !known.IsSeen)
        {
            text.Value("family", known == BaseSummary.Unknown ? AnatomyRow.Unknown : $"{known.Family}, by the image's name", Tone.Dim);
        }
    }

    private static void Shell(LabelledText text, ShellFinding finding)
    {
        var word = InventoryCells.Shell(finding.Verdict);
        text.Heading("SHELL");
        text.Value("verdict", finding.Path is { } path ? $"{word.Text}, {path}" : finding.Verdict == ShellVerdict.Unknown ? "not known yet" : word.Text, word.Tone);
        foreach (var evidence in finding.Evidence)
        {
            text.Sentence(evidence, Tone.Dim, "- ");
        }
    }

    private static void HowToDebug(LabelledText text, Target target, TargetAnatomy? anatomy)
    {
        text.Heading("HOW TO DEBUG");
        foreach (var way in anatomy?.WaysIn ?? [])
        {
            text.Sentence($"{way.Title} ({way.Why})", Tone.Normal, "- ");
            text.Command(way.Command);
        }

        if (anatomy is { WaysIn.Count: > 0 })
        {
            return;
        }

        // What one would type now: an address says nothing of the namespace.
        var space = target.Container is null ? "" : $" -n {target.Project}";
        text.Command($"debugdeck debug{space} {target.Address}");
        text.Command($"debugdeck logs{space} -f {target.Address}");
        text.Command($"debugdeck cp{space} {target.Address}:/etc/hosts .");
    }

    private static void Labels(LabelledText text, Target target)
    {
        if (target.Labels.Count == 0)
        {
            return;
        }

        text.Heading("LABELS");
        foreach (var (name, value) in target.Labels.OrderBy(label => label.Key, StringComparer.Ordinal))
        {
            text.Sentence($"{name}={value}", Tone.Normal);
        }
    }

    private static string? Moment(DateTimeOffset? at, DateTimeOffset now) => at is { } moment
        ? string.Create(CultureInfo.InvariantCulture, $"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {Duration.Format(now - moment)} ago")
        : null;
}
