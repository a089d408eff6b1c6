using System.Text;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

public sealed class RuntimeTests
{
    private const string Modules = "path\texample.com/shop/cmd\nmod\texample.com/shop\t(devel)\t\ndep\tgolang.org/x/net\tv0.1.0\th1:x\nbuild\t-tags=netgo,timetzdata\nbuild\tCGO_ENABLED=0\n";

    [Fact]
    public async Task Gos_build_info_tells_version_module_cgo_and_embedded_time_zones()
    {
        var image = new ImageTree().File("/app", Elf.Static((".text", new byte[100]), (".go.buildinfo", BuildInfo("go1.24.3", Modules))), 0x1ED);

        var runtime = (await Reading.OfAsync(image, "/app")).EntryPoint.Runtime;

        Assert.Equal(new RuntimeFacts(RuntimeIds.Go, "Go", "1.24.3") { Module = "example.com/shop", UsesCgo = false, EmbedsTimeZones = true }, runtime);
    }

    [Fact]
    public async Task Gos_build_info_that_is_cut_off_still_tells_that_it_is_go()
    {
        var image = new ImageTree().File("/app", Elf.Static((".go.buildinfo", BuildInfo("go1.24.3", Modules)[..38])), 0x1ED);

        Assert.Equal(new RuntimeFacts(RuntimeIds.Go, "Go"), (await Reading.OfAsync(image, "/app")).EntryPoint.Runtime);
    }

    [Theory]
    [InlineData("time/tzdata.init.0", true)]
    [InlineData("time/format.init", false)]
    public async Task The_names_of_gos_functions_tell_whether_time_zones_are_embedded(string function, bool isEmbedded)
    {
        var names = Encoding.ASCII.GetBytes($"main.main\0{function}\0");
        var table = new byte[64 + names.Length];
        BitConverter.GetBytes(0xfffffff1).CopyTo(table, 0);
        BitConverter.GetBytes(64L).CopyTo(table, 32);
        BitConverter.GetBytes((long)table.Length).CopyTo(table, 40);
        names.CopyTo(table, 64);
        var image = new ImageTree().File("/app", Elf.Static((".go.buildinfo", BuildInfo("go1.22.0", "")), (".gopclntab", table)), 0x1ED);

        Assert.Equal(isEmbedded, (await Reading.OfAsync(image, "/app")).EntryPoint.Runtime?.EmbedsTimeZones);
    }

    [Theory]
    [InlineData(".comment", "GCC: (Debian 12.2.0) 12.2.0\0rustc version 1.80.0 (051478957 2024-07-21)\0", "rust 1.80.0")]
    [InlineData("__managedcode", "code", "dotnet-aot ")]
    [InlineData(".svm_heap", "heap", "graalvm-native ")]
    [InlineData(".comment", "GCC: (Debian 12.2.0) 12.2.0\0", "native ")]
    public async Task Sections_tell_what_a_program_was_written_in(string section, string content, string told)
    {
        var image = new ImageTree().File("/app", Elf.Static((section, Encoding.ASCII.GetBytes(content))), 0x1ED);

        var runtime = (await Reading.OfAsync(image, "/app")).EntryPoint.Runtime;

        Assert.Equal(told, $"{runtime?.Id} {runtime?.Version}");
    }

    [Fact]
    public async Task Java_tells_its_version_in_a_file_of_its_own()
    {
        var image = new ImageTree().File("/usr/lib/jvm/temurin-21/bin/java", Elf.Static(), 0x1ED).Link("/usr/bin/java", "/usr/lib/jvm/temurin-21/bin/java")
            .File("/usr/lib/jvm/temurin-21/release", "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"21.0.4\"\n");

        var read = (await Reading.OfAsync(image, "java", "-jar", "app.jar")).EntryPoint;

        Assert.Equal(new RuntimeFacts(RuntimeIds.Java, "Java", "21.0.4") { Home = "/usr/lib/jvm/temurin-21" }, read.Runtime);
        Assert.Equal("/usr/bin/java", read.Path);
    }

    [Fact]
    public async Task A_dotnet_application_tells_its_framework_beside_its_dll()
    {
        var image = new ImageTree().File("/usr/share/dotnet/dotnet", Elf.Static(), 0x1ED).Link("/usr/bin/dotnet", "/usr/share/dotnet/dotnet")
            .File("/app/shop.runtimeconfig.json", """{"runtimeOptions":{"tfm":"net10.0","framework":{"name":"Microsoft.NETCore.App","version":"10.0.1"}}}""");

        var read = (await Reading.OfAsync(image, new ContainerSetting { Command = ["dotnet", "shop.dll"], WorkingDirectory = "/app" })).EntryPoint;

        Assert.Equal((RuntimeIds.DotNet, "10.0.1", "/usr/share/dotnet"), (read.Runtime?.Id, read.Runtime?.Version, read.Runtime?.Home));
    }

    [Fact]
    public async Task Our_own_native_binary_is_known_for_what_it_is()
    {
        var binary = Environment.GetEnvironmentVariable("DEBUGDECK_TEST_BINARY");
        Assert.SkipUnless(binary is { Length: > 0 } && File.Exists(binary), "needs DEBUGDECK_TEST_BINARY");
        using var image = new LocalTree().Copy(binary!, "/debugdeck");
        await Glibc.InstallAsync(image);

        var read = (await image.ReadAsync("/debugdeck")).EntryPoint;

        Assert.Equal(RuntimeIds.DotNetNativeAot, read.Runtime?.Id);
        Assert.Equal(Linkage.Dynamic, read.Linkage);
    }

    internal static byte[] BuildInfo(string version, string modules)
    {
        var info = new MemoryStream();
        info.Write([0xff, .. " Go buildinf:"u8, 8, 2]);
        info.Write(new byte[32 - info.Length]);
        Text(info, Encoding.UTF8.GetBytes(version));
        Text(info, modules.Length == 0 ? [] : [.. new byte[16], .. Encoding.UTF8.GetBytes(modules), .. new byte[16]]);
        return info.ToArray();
    }

    private static void Text(MemoryStream info, byte[] text)
    {
        var length = text.Length;
        for (; length >= 0x80; length >>= 7)
        {
            info.WriteByte((byte)(length | 0x80));
        }

        info.WriteByte((byte)length);
        info.Write(text);
    }
}
