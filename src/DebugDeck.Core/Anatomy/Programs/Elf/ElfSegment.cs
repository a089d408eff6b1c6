namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>A program header: a part of the file as it is mapped into memory.</summary>
internal sealed record ElfSegment(uint Type, long Offset, ulong Address, long FileSize)
{
    public const uint Load = 1;
    public const uint Dynamic = 2;
    public const uint Interpreter = 3;
}
