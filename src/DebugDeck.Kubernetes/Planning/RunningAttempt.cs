using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>A debug container of ours that runs for the same target.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Image">The image it runs.</param>
/// <param name="Security">What was asked for it.</param>
/// <param name="EndsAt">When it will end itself; null if it does not say.</param>
internal sealed record RunningAttempt(string Name, string Image, DebugSecurity? Security, DateTimeOffset? EndsAt);
