using DebugDeck.Core.Anatomy.Programs.Elf;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>A processor architecture, and the names that loaders and distributions have for it.</summary>
/// <param name="Architecture">As images call it: <c>amd64</c>.</param>
/// <param name="GlibcLoader">Where glibc's loader has to be.</param>
/// <param name="MuslName">The part of musl's file names: <c>x86_64</c> in <c>/lib/ld-musl-x86_64.so.1</c>.</param>
/// <param name="Triplet">The directory of Debian and its like: <c>/lib/x86_64-linux-gnu</c>.</param>
internal sealed record Machine(string Architecture, string GlibcLoader, string MuslName, string Triplet)
{
    private static readonly Machine Amd64 = new("amd64", "/lib64/ld-linux-x86-64.so.2", "x86_64", "x86_64-linux-gnu");
    private static readonly Machine Arm64 = new("arm64", "/lib/ld-linux-aarch64.so.1", "aarch64", "aarch64-linux-gnu");

    /// <summary>The usual ones, commonest first.</summary>
    public static IReadOnlyList<Machine> All { get; } =
    [
        Amd64,
        Arm64,
        new("arm", "/lib/ld-linux-armhf.so.3", "armhf", "arm-linux-gnueabihf"),
        new("386", "/lib/ld-linux.so.2", "i386", "i386-linux-gnu"),
        new("s390x", "/lib/ld64.so.1", "s390x", "s390x-linux-gnu"),
        new("ppc64le", "/lib64/ld64.so.2", "powerpc64le", "powerpc64le-linux-gnu"),
        new("riscv64", "/lib/ld-linux-riscv64-lp64d.so.1", "riscv64", "riscv64-linux-gnu"),
        new("loong64", "/lib64/ld-linux-loongarch-lp64d.so.1", "loongarch64", "loongarch64-linux-gnu"),
    ];

    public string MuslLoader => $"/lib/ld-musl-{MuslName}.so.1";

    public static Machine? Named(string architecture) => All.FirstOrDefault(machine => machine.Architecture == architecture);

    /// <summary>Null for one that no container image is made for.</summary>
    public static Machine? Of(ElfHeader header) => header.Machine switch
    {
        62 => Amd64,
        183 => header.IsBigEndian ? null : Arm64,
        40 => Named("arm"),
        3 => Named("386"),
        22 when header.Is64 => Named("s390x"),
        21 when !header.IsBigEndian => Named("ppc64le"),
        243 when header.Is64 => Named("riscv64"),
        258 => Named("loong64"),
        _ => null,
    };
}
