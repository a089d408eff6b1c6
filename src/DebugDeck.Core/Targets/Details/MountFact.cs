namespace DebugDeck.Core.Targets.Details;

/// <summary>A volume in a target.</summary>
/// <param name="Path">Where it is mounted.</param>
/// <param name="Source">What it is: <c>configMap app-config</c>, <c>secret tls</c>, <c>pvc data</c>, <c>emptyDir</c>, <c>bind /srv</c>, <c>volume NAME</c>, <c>tmpfs</c>.</param>
/// <param name="ReadOnly">It may not be written to.</param>
/// <param name="SubPath">The part of the source that is mounted; null for all of it. A subPath mount is never updated.</param>
public sealed record MountFact(string Path, string Source, bool ReadOnly, string? SubPath = null);
