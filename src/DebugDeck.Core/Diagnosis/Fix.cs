namespace DebugDeck.Core.Diagnosis;

/// <summary>Something to paste.</summary>
/// <param name="Kind">Mitigates now, or belongs in the image.</param>
/// <param name="Title">What it does, in one line.</param>
/// <param name="Language">What it is written in: <c>dockerfile</c>, <c>yaml</c>, <c>shell</c>, <c>go</c>, …</param>
/// <param name="Text">The text to paste.</param>
public sealed record Fix(FixKind Kind, string Title, string Language, string Text);
