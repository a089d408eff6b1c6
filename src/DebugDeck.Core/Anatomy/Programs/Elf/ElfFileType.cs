namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>What an ELF file is for (<c>e_type</c>).</summary>
internal enum ElfFileType
{
    Other = 0,
    Relocatable = 1,
    Executable = 2,

    /// <summary>A library, or a program that can be loaded anywhere.</summary>
    Shared = 3,
    Core = 4,
}
