namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>From addresses in memory to places in the file.</summary>
internal static class ElfAddresses
{
    /// <summary>Null for an address that the file does not hold.</summary>
    public static long? Offset(IReadOnlyList<ElfSegment> segments, ulong? address)
    {
        foreach (var segment in segments)
        {
            if (segment is { Type: ElfSegment.Load, Offset: >= 0, FileSize: > 0 }
                && address >= segment.Address && address - segment.Address < (ulong)segment.FileSize
                && segment.Offset <= long.MaxValue - segment.FileSize)
            {
                return segment.Offset + (long)(address.Value - segment.Address);
            }
        }

        return null;
    }
}
