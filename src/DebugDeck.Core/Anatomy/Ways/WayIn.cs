namespace DebugDeck.Core.Anatomy.Ways;

/// <summary>One way to look into a target.</summary>
/// <param name="Id">Stable, for scripts: <c>exec</c>, <c>session</c>, <c>debug-tag</c>, <c>debug-stage</c>, <c>copy</c>, <c>files</c>.</param>
/// <param name="Title">What it does, in one line.</param>
/// <param name="Command">To paste.</param>
/// <param name="Why">Why it works for this one, or what to mind.</param>
public sealed record WayIn(string Id, string Title, string Command, string Why);
