using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Targets;

namespace DebugDeck.Output.Documents;

/// <summary>A target in a document.</summary>
internal sealed record TargetDocument
{
    public required string Address { get; init; }

    public required string Host { get; init; }

    public required string Name { get; init; }

    public required string Image { get; init; }

    public required string ImageId { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public string? Health { get; init; }

    public int? ExitCode { get; init; }

    public required int Restarts { get; init; }

    public DateTime? CreatedAt { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public required string User { get; init; }

    public string? Project { get; init; }

    /// <summary>Of a pod; null elsewhere, as are the next ones.</summary>
    public string? Namespace { get; init; }

    public string? Pod { get; init; }

    public string? Container { get; init; }

    public string? Role { get; init; }

    public string? Node { get; init; }

    public string? Owner { get; init; }

    /// <summary>The readiness probe's word for a running container.</summary>
    public bool? Ready { get; init; }

    public required string Family { get; init; }

    /// <summary>high if files were looked at, low if the family is what the image's name gives away.</summary>
    public required string FamilyConfidence { get; init; }

    /// <summary>Kind and version; null while nobody has looked at the files.</summary>
    public string? Libc { get; init; }

    public required bool DebugContainer { get; init; }

    public required ShellDocument Shell { get; init; }

    public static TargetDocument From(Target target, DateTimeOffset? now = null, BaseSummary? known = null) => new()
    {
        Address = target.Address.ToString(),
        Host = target.Host,
        Name = target.Name,
        Image = target.Image,
        ImageId = target.ImageId,
        State = DocumentWord.Of(target.State),
        Reason = now is { } moment ? target.ReasonAt(moment) : target.Reason,
        Health = target.Health == ContainerHealth.None ? null : DocumentWord.Of(target.Health),
        ExitCode = target.ExitCode,
        Restarts = target.Restarts,
        CreatedAt = target.CreatedAt?.UtcDateTime,
        StartedAt = target.StartedAt?.UtcDateTime,
        FinishedAt = target.FinishedAt?.UtcDateTime,
        User = target.User,
        Project = target.Project,
        Namespace = target.Container is null ? null : target.Project,
        Pod = target.Container is null ? null : target.Name,
        Container = target.Container,
        Role = target.Container is null ? null : DocumentWord.Of(target.Role),
        Node = target.Node,
        Owner = target.Owner,
        Ready = target.Container is null ? null : target.Health == ContainerHealth.Healthy,
        Family = known?.FamilyId ?? target.Family.Id,
        FamilyConfidence = DocumentWord.Of((known ?? BaseSummary.FromReference(target.Image)).Confidence),
        Libc = known is { Libc: not AnatomyRow.Unknown } ? known.Libc : null,
        DebugContainer = target.IsDebugContainer,
        Shell = ShellDocument.From(target.Shell),
    };
}
