namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>A section header. Sections may be stripped or lie: only what merely informs rests on them.</summary>
internal sealed record ElfSection(string Name, uint Type, long Offset, long Size)
{
    /// <summary>Takes no room in the file (<c>SHT_NOBITS</c>).</summary>
    public bool IsEmpty => Type == 8 || Size <= 0;
}
