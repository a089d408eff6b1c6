using DebugDeck.Core.Targets.Details;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>What a host tells of a target when it is asked for everything: conditions, events, environment, mounts, probes.</summary>
internal static class DetailsFacts
{
    private const int MostEvents = 12;

    /// <summary>What is or was wrong with it.</summary>
    public static void AddTrouble(LabelledText text, DetailsPage page, DateTimeOffset now)
    {
        if (page.Details is not { } details)
        {
            text.Heading("MORE");
            if (page.Problem is { } problem)
            {
                text.Problem("the host was asked", problem);
            }
            else
            {
                text.Sentence("asking the host", Tone.Dim);
            }

            return;
        }

        Conditions(text, details);
        Events(text, details, now);
    }

    /// <summary>How it is set up.</summary>
    public static void AddSetting(LabelledText text, TargetDetails details)
    {
        Running(text, details);
        Mounts(text, details);
        Environment(text, details);
        foreach (var missing in details.Missing)
        {
            text.Sentence(missing, Tone.Dim, "? ");
        }
    }

    private static void Conditions(LabelledText text, TargetDetails details)
    {
        if (details.LastEnd is { } end)
        {
            text.Heading("LAST END");
            text.Value("exit code", $"{end.ExitCode}{(end.Reason is { } reason ? $", {reason}" : "")}", end.ExitCode == 0 ? Tone.Normal : Tone.Bad);
            text.Value("message", end.Message);
        }

        if (details.Conditions.Count == 0)
        {
            return;
        }

        text.Heading("CONDITIONS");
        foreach (var condition in details.Conditions)
        {
            var why = string.Join(": ", new[] { condition.Reason, condition.Message }.Where(part => !string.IsNullOrEmpty(part)));
            text.Sentence($"{condition.Type}={condition.Status}{(why.Length > 0 ? $", {why}" : "")}", condition.Status == "True" ? Tone.Normal : Tone.Warn, "- ");
        }
    }

    private static void Events(LabelledText text, TargetDetails details, DateTimeOffset now)
    {
        if (details.Events.Count == 0)
        {
            return;
        }

        text.Heading("EVENTS");
        foreach (var one in details.Events.Take(MostEvents))
        {
            var count = one.Count > 1 ? $", {one.Count} times" : "";
            text.Sentence($"{Duration.Format(now - one.At)} ago{count}: {one.Reason}: {one.Message}", one.IsWarning ? Tone.Warn : Tone.Normal, "- ");
        }
    }

    private static void Running(LabelledText text, TargetDetails details)
    {
        text.Heading("HOW IT RUNS");
        text.Value("command", string.Join(' ', details.Command));
        text.Value("directory", details.WorkingDirectory);
        text.Value("identity", Identity(details.Security));
        text.Value("limits", string.Join(", ", details.Resources.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}")));
        text.Value("ports", string.Join(", ", details.Ports));
        text.Value("addresses", string.Join(", ", details.Network.Addresses));
        text.Value("dns", Dns(details.Network));
        text.Value("processes", details.SharesProcesses ? "shared with other containers" : null);
        foreach (var probe in details.Probes)
        {
            text.Value(probe.Kind, $"{probe.Action}, {probe.Timing}");
        }
    }

    private static string Identity(SecurityFacts security)
    {
        List<string> parts = [security.UserId is { } uid ? $"{uid}:{(security.GroupId is { } gid ? gid : "?")} ({security.IdentitySource})" : ""];
        parts.Add(security.Privileged ? "privileged" : "");
        parts.Add(security.ReadOnlyRoot ? "read-only root" : "");
        parts.Add(security.AddedCapabilities.Count > 0 ? $"adds {string.Join(' ', security.AddedCapabilities)}" : "");
        parts.Add(security.DroppedCapabilities.Count > 0 ? $"drops {string.Join(' ', security.DroppedCapabilities)}" : "");
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Dns(NetworkFacts network)
    {
        string[] parts =
        [
            network.DnsPolicy ?? "",
            network.Nameservers.Count > 0 ? $"servers {string.Join(' ', network.Nameservers)}" : "",
            network.Searches.Count > 0 ? $"search {string.Join(' ', network.Searches)}" : "",
            network.DnsOptions.Count > 0 ? $"options {string.Join(' ', network.DnsOptions)}" : "",
            .. network.HostAliases.Select(alias => $"{alias.Address} is {string.Join(' ', alias.Names)}"),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static void Mounts(LabelledText text, TargetDetails details)
    {
        if (details.Mounts.Count == 0)
        {
            return;
        }

        text.Heading("MOUNTS");
        foreach (var mount in details.Mounts)
        {
            text.Sentence($"{mount.Path}: {mount.Source}{(mount.SubPath is { } path ? $", only {path}" : "")}{(mount.ReadOnly ? ", read-only" : "")}", Tone.Normal, "- ");
        }
    }

    private static void Environment(LabelledText text, TargetDetails details)
    {
        if (details.Environment.Count == 0)
        {
            return;
        }

        text.Heading("ENVIRONMENT");
        foreach (var variable in details.Environment)
        {
            var value = variable.Value is { } known ? Redaction.Variable(variable.Name, known) : $"from {variable.Source}";
            text.Sentence($"{variable.Name}={value}", variable.Value is null ? Tone.Dim : Tone.Normal);
        }
    }
}
