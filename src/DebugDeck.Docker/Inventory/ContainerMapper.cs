using System.Globalization;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Sessions;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Inventory;

/// <summary>From the engine's words to a <see cref="Target"/>.</summary>
internal static class ContainerMapper
{
    private static readonly string[] ProjectLabels = ["com.docker.compose.project", "io.podman.compose.project"];

    /// <summary>A row of the engine's list: enough to show it at once. Restarts, user and times come with the inspection.</summary>
    public static Target FromList(ContainerListResponse container, HostInfo host)
    {
        var labels = Labels(container.Labels);
        var name = NameOf(container);
        var status = ListStatus.Parse(container.Status ?? "");
        var state = ContainerStates.Parse(container.State);
        return new Target
        {
            Id = container.ID,
            Address = AddressOf(host, name),
            Host = host.Name,
            Name = name,
            Image = container.Image ?? "",
            ImageId = ImageId(container.ImageID),
            State = state,
            Reason = status.ExitCode is { } code ? ContainerReason.Ended(state, code, restarts: 0, outOfMemory: false) : null,
            Health = status.Health,
            ExitCode = status.ExitCode,
            CreatedAt = Time(container.Created),
            Project = ProjectOf(labels),
            IsDebugContainer = SessionLabels.IsOurs(labels),
            Labels = labels,
        };
    }

    /// <summary>Everything about one container.</summary>
    public static Target FromInspection(ContainerInspectResponse container, HostInfo host)
    {
        var labels = Labels(container.Config?.Labels);
        var name = container.Name.TrimStart('/');
        var state = container.State ?? new State();
        var life = ContainerStates.Parse(state.Status);
        var hasEnded = life is ContainerState.Exited or ContainerState.Dead or ContainerState.Restarting;
        return new Target
        {
            Id = container.ID,
            Address = AddressOf(host, name),
            Host = host.Name,
            Name = name,
            Image = container.Config?.Image ?? "",
            ImageId = ImageId(container.Image),
            State = life,
            Reason = ContainerReason.Of(life, state, container.RestartCount),
            Health = ContainerStates.ParseHealth(state.Health?.Status),
            // The engine resets the code to 0 when a container starts; only an ended one has a code of its own.
            ExitCode = hasEnded ? unchecked((int)state.ExitCode) : null,
            Restarts = (int)container.RestartCount,
            CreatedAt = Time(container.Created),
            StartedAt = Time(state.StartedAt),
            FinishedAt = hasEnded ? Time(state.FinishedAt) : null,
            User = container.Config?.User ?? "",
            Project = ProjectOf(labels),
            Tty = container.Config?.Tty ?? false,
            IsDebugContainer = SessionLabels.IsOurs(labels),
            Labels = labels,
        };
    }

    /// <summary>The container's own name: a linked container is also listed under <c>/other/alias</c>.</summary>
    public static string NameOf(ContainerListResponse container)
    {
        var names = container.Names ?? [];
        var own = names.FirstOrDefault(name => name.LastIndexOf('/') <= 0) ?? names.FirstOrDefault() ?? container.ID[..12];
        return own.TrimStart('/');
    }

    private static TargetAddress AddressOf(HostInfo host, string name) =>
        new(host.Kind == HostKind.Podman ? AddressKind.Podman : AddressKind.Docker, name);

    private static Dictionary<string, string> Labels(IDictionary<string, string>? labels) => labels is null ? [] : new(labels);

    private static string? ProjectOf(Dictionary<string, string> labels) =>
        ProjectLabels.Select(label => labels.GetValueOrDefault(label)).FirstOrDefault(project => project is { Length: > 0 });

    // Podman writes the bare hash in some answers.
    private static string ImageId(string? id) => id switch
    {
        null or "" => "",
        _ when id.Contains(':', StringComparison.Ordinal) => id,
        _ => "sha256:" + id,
    };

    private static DateTimeOffset? Time(DateTime time) => time.Year <= 1 ? null : new DateTimeOffset(time.ToUniversalTime());

    // "Never" is written as the year 1.
    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1
            ? time.ToUniversalTime()
            : null;
}
