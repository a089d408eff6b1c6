namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>What a program needs besides itself to start.</summary>
public enum Linkage
{
    /// <summary>It could not be told.</summary>
    Unknown,

    /// <summary>Nothing: an ELF file without interpreter at fixed addresses.</summary>
    Static,

    /// <summary>Nothing: an ELF file without interpreter that moves itself.</summary>
    StaticPie,

    /// <summary>A dynamic loader (its <c>PT_INTERP</c>) and the libraries that this one finds.</summary>
    Dynamic,

    /// <summary>The program that its first line (<c>#!</c>) names.</summary>
    Script,
}
