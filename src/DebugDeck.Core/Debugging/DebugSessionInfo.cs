namespace DebugDeck.Core.Debugging;

/// <summary>A debug container of ours that runs somewhere.</summary>
/// <param name="Id">What <c>sessions end</c> takes.</param>
/// <param name="Host">The host's name.</param>
/// <param name="Target">The target's address as it can be typed again.</param>
/// <param name="Technique">How it reaches the target.</param>
/// <param name="Toolbox">The image it runs.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="EndsAt">When it will end itself.</param>
/// <param name="StartedBy">user@machine that started it, as far as known.</param>
public sealed record DebugSessionInfo(
    string Id,
    string Host,
    string Target,
    DebugTechnique Technique,
    string Toolbox,
    DateTimeOffset StartedAt,
    DateTimeOffset EndsAt,
    string StartedBy)
{
    /// <summary>The namespace of the target, where there are namespaces.</summary>
    public string? Namespace { get; init; }
}
