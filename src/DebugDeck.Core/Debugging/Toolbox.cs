namespace DebugDeck.Core.Debugging;

/// <summary>The image that a debug container is started from.</summary>
/// <param name="Name">What the user typed: <c>busybox</c>, <c>netshoot</c> or a reference.</param>
/// <param name="Image">The reference to start, mirrors applied.</param>
public sealed record Toolbox(string Name, string Image);
