using System.Buffers.Binary;
using System.Text;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

/// <summary>The real host of .NET, which every build puts beside its DLL: this test's own.</summary>
public sealed class DotNetHostTests
{
    private const string Config = """{"runtimeOptions":{"tfm":"net10.0","includedFrameworks":[{"name":"Microsoft.NETCore.App","version":"10.0.7"}]}}""";

    private static string Host => Path.Combine(AppContext.BaseDirectory, "DebugDeck.Core.Tests");

    [Fact]
    public async Task The_host_beside_a_dll_tells_what_the_dll_asks_for()
    {
        using var image = new LocalTree().Copy(RequireHost(), "/app/shop").Text("/app/shop.runtimeconfig.json", Config);
        await Glibc.InstallAsync(image);

        var read = (await image.ReadAsync("/app/shop")).EntryPoint;

        Assert.Equal((RuntimeIds.DotNet, "10.0.7", Linkage.Dynamic), (read.Runtime?.Id, read.Runtime?.Version, read.Linkage));
    }

    [Fact]
    public async Task A_single_file_tells_what_it_carries()
    {
        var read = (await Reading.OfAsync(new ImageTree().File("/app", Bundle(Config), 0x1ED), "/app")).EntryPoint;

        Assert.Equal((RuntimeIds.DotNetSingleFile, "10.0.7"), (read.Runtime?.Id, read.Runtime?.Version));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(70)]
    [InlineData(100)]
    public async Task A_single_file_that_is_cut_off_is_still_one(int left)
    {
        var bundle = Bundle(Config);

        var read = (await Reading.OfAsync(new ImageTree().File("/app", bundle[..(bundle.Length - 200 + left)], 0x1ED), "/app")).EntryPoint;

        Assert.Equal(RuntimeIds.DotNetSingleFile, read.Runtime?.Id);
    }

    // The layout of Microsoft.NET.HostModel: files, then a header (version 6.0, count, id, places of deps.json and runtimeconfig.json, flags), whose place is patched into the host.
    internal static byte[] Bundle(string config)
    {
        var host = File.ReadAllBytes(RequireHost());
        var text = Encoding.UTF8.GetBytes(config);
        var header = new byte[200];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 6);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), 2);
        header[12] = 12;
        "abcdefghijkl"u8.CopyTo(header.AsSpan(13));
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(41), host.Length);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(49), text.Length);
        ReadOnlySpan<byte> mark = [0x8b, 0x12, 0x02, 0xb9, 0x6a, 0x61, 0x20, 0x38, 0x72, 0x7b, 0x93, 0x02, 0x14, 0xd7, 0xa0, 0x32];
        BinaryPrimitives.WriteInt64LittleEndian(host.AsSpan(host.AsSpan().IndexOf(mark) - 8), host.Length + text.Length);
        return [.. host, .. text, .. header];
    }

    private static string RequireHost()
    {
        Assert.SkipUnless(File.Exists(Host), $"needs {Host}, which a build without UseAppHost does not make");
        return Host;
    }
}
