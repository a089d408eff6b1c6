namespace DebugDeck.Output;

/// <summary>What a piece of text means; <see cref="Palette"/> turns it into a colour where colours are wanted.</summary>
internal enum Ink
{
    Plain,
    Good,
    Attention,
    Bad,
    Quiet,
    Heading,
}
