using DebugDeck.Core.Anatomy.Programs;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>The runtime that the user says: <c>go</c>, <c>dot-net</c>, <c>java</c>, <c>node</c>, <c>python</c>, or the C library alone, <c>glibc</c> or <c>musl</c>.</summary>
/// <param name="Runtime">Its facts; null where a C library was said.</param>
/// <param name="Libc">The C library that was said; null where a runtime was.</param>
internal sealed record ZoneRuntime(RuntimeFacts? Runtime, LibcKind? Libc)
{
    /// <summary>Null if nothing was said, or nothing that is known.</summary>
    public static ZoneRuntime? Of(string? said) => said?.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "GO" => new ZoneRuntime(new RuntimeFacts(RuntimeIds.Go, "Go"), null),
        "DOTNET" => new ZoneRuntime(new RuntimeFacts(RuntimeIds.DotNet, ".NET"), null),
        "JAVA" => new ZoneRuntime(new RuntimeFacts(RuntimeIds.Java, "Java"), null),
        "NODE" => new ZoneRuntime(new RuntimeFacts(RuntimeIds.Node, "Node"), null),
        "PYTHON" => new ZoneRuntime(new RuntimeFacts(RuntimeIds.Python, "Python"), null),
        "GLIBC" => new ZoneRuntime(new RuntimeFacts(RuntimeIds.Native, "C"), LibcKind.Glibc),
        "MUSL" => new ZoneRuntime(new RuntimeFacts(RuntimeIds.Native, "C"), LibcKind.Musl),
        _ => null,
    };
}
