namespace DebugDeck.Core.Targets.Details;

/// <summary>One variable of a container's environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null where it comes from somewhere that was not read (a Secret, a ConfigMap, a field).</param>
/// <param name="Source">Where it is set: <c>image</c>, <c>spec</c>, <c>secret db/password</c>, <c>field status.podIP</c>.</param>
public sealed record EnvironmentVariable(string Name, string? Value, string Source);
