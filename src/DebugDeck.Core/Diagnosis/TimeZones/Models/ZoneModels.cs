using DebugDeck.Core.Anatomy.Programs;

namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>Which model holds for a program.</summary>
public static class ZoneModels
{
    private static readonly IZoneModel Glibc = new GlibcZones();
    private static readonly IZoneModel Musl = new MuslZones();

    /// <summary>The model of a runtime; that of its libc where it has no rules of its own. Null if neither is known.</summary>
    public static IZoneModel? For(string? runtime, LibcKind libc)
    {
        var below = libc switch { LibcKind.Glibc => Glibc, LibcKind.Musl => Musl, _ => null };
        return runtime switch
        {
            RuntimeIds.Go => new GoZones(),
            RuntimeIds.DotNet or RuntimeIds.DotNetSingleFile or RuntimeIds.DotNetNativeAot => new DotNetZones(),
            RuntimeIds.Java or RuntimeIds.GraalVmNative => new JavaZones(below ?? Glibc),
            RuntimeIds.Python => new PythonZones(below ?? Glibc),
            RuntimeIds.Node => new NodeZones(below ?? Glibc),
            _ => below,
        };
    }
}
