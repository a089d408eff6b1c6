using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Registries;

/// <summary>An image of two layers made in memory: an Alpine, and over it a change and a whiteout.</summary>
internal static class SmallImage
{
    public static byte[][] Layers { get; } =
    [
        Packed(tar => tar
            .Folder("etc/").File("etc/os-release", "ID=alpine\nVERSION_ID=3.22.1\nPRETTY_NAME=\"Alpine Linux v3.22\"\n").File("etc/alpine-release", "3.22.1\n")
            .Folder("lib/").Folder("lib/apk/").Folder("lib/apk/db/").File("lib/apk/db/installed", "P:musl\nV:1.2.5-r10\n\nP:busybox\nV:1.37.0-r18\n")
            .File("lib/ld-musl-x86_64.so.1", "musl", 0x1ED)
            .Folder("bin/").File("bin/busybox", "#!/nothing\n", 0x1ED).Link("bin/sh", "busybox")
            .File("etc/motd", "welcome")),
        Packed(tar => tar.Folder("etc/").File("etc/.wh.motd").File("etc/passwd", "root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/:/bin/false\n").Folder("srv/").File("srv/.env", "PASSWORD=x")),
    ];

    public static string Config { get; } = """
        {"architecture":"amd64","os":"linux","created":"2026-02-26T12:00:00Z","config":{"User":"1000","Entrypoint":["/bin/sh"],"Env":["PATH=/bin"]},"rootfs":{"type":"layers","diff_ids":["sha256:1","sha256:2"]}}
        """;

    /// <summary>Puts it into a registry and returns its manifest's digest.</summary>
    public static string PutInto(LocalRegistry registry, string? tag = "1.4")
    {
        var config = registry.AddBlob(Encoding.UTF8.GetBytes(Config));
        var layers = Layers.Select(layer => $$"""{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","size":{{layer.Length}},"digest":"{{registry.AddBlob(layer)}}"}""");
        return registry.AddManifest(ManifestOf(config, layers), tag);
    }

    public static string ManifestOf(string config, IEnumerable<string> layers) => $$"""
        {"schemaVersion":2,"config":{"mediaType":"application/vnd.oci.image.config.v1+json","size":1,"digest":"{{config}}"},"layers":[{{string.Join(',', layers)}}]}
        """;

    /// <summary>The same as docker save would write it.</summary>
    public static async Task SaveAsync(string file, CancellationToken cancellationToken)
    {
        var config = Encoding.UTF8.GetBytes(Config);
        var name = Convert.ToHexStringLower(SHA256.HashData(config)) + ".json";
        await using var stream = File.Create(file);
        await using var tar = new TarWriter(stream);
        await AddAsync(tar, "manifest.json", Encoding.UTF8.GetBytes($$"""[{"Config":"{{name}}","RepoTags":["shop/web:1.4"],"Layers":["0.tar","1.tar"]}]"""), cancellationToken);
        await AddAsync(tar, name, config, cancellationToken);
        await AddAsync(tar, "0.tar", Layers[0], cancellationToken);
        await AddAsync(tar, "1.tar", Layers[1], cancellationToken);
    }

    private static async Task AddAsync(TarWriter tar, string name, byte[] content, CancellationToken cancellationToken) =>
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) }, cancellationToken);

    private static byte[] Packed(Action<TarWriter> fill)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            fill(tar);
        }

        return packed.ToArray();
    }
}
