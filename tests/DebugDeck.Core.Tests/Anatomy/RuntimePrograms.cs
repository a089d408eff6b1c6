using DebugDeck.Core.Tests.Anatomy.Programs;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy;

/// <summary>Small images whose program is of a certain runtime, and nothing else in them.</summary>
internal static class RuntimePrograms
{
    /// <summary>What starts it, for <see cref="Core.Anatomy.ContainerSetting.Command"/>.</summary>
    public static string[] Command(string runtime) => runtime switch
    {
        "java" => ["/usr/lib/jvm/temurin-21/bin/java", "-jar", "/app.jar"],
        "node" => ["/usr/local/bin/node", "server.js"],
        "python" => ["/usr/bin/python3.13", "main.py"],
        "musl" => ["/musl"],
        _ => ["/app"],
    };

    public static ImageTree Tree(string runtime) => runtime switch
    {
        "go" => new ImageTree().File("/app", Elf.Static((".go.buildinfo", RuntimeTests.BuildInfo("go1.24.3", "path\tx\n"))), 0x1ED),
        "go-embedded" => new ImageTree().File("/app", Elf.Static((".go.buildinfo", RuntimeTests.BuildInfo("go1.24.3", "path\tx\nbuild\t-tags=timetzdata\n"))), 0x1ED),
        "dotnet-aot" => new ImageTree().File("/app", Elf.Static(("__managedcode", new byte[8])), 0x1ED),
        "graalvm" => new ImageTree().File("/app", Elf.Static((".svm_heap", new byte[8])), 0x1ED),
        "java" => new ImageTree().File("/usr/lib/jvm/temurin-21/bin/java", Elf.Static(), 0x1ED),
        "node" => new ImageTree().File("/usr/local/bin/node", Elf.Static(), 0x1ED),
        "python" => new ImageTree().File("/usr/bin/python3.13", Elf.Static(), 0x1ED),
        "musl" => new ImageTree().File("/musl", Elf.Static(), 0x1ED).Program("/lib/ld-musl-x86_64.so.1"),
        _ => new ImageTree().File("/app", Elf.Static(), 0x1ED),
    };
}
