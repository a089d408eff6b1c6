using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ZstdSharp;

namespace DebugDeck.Core.Tests.Images.Archives;

/// <summary>An image in the layout of the OCI specification, written by hand into a file that goes away with the test.</summary>
internal sealed class OciImage : IDisposable
{
    private readonly List<(string Name, byte[] Content)> _blobs = [];
    private readonly List<string> _layers = [];

    public string File { get; } = Path.Combine(Path.GetTempPath(), $"ddoci-{Guid.NewGuid():N}.tar");

    public string Config { get; set; } = """{"architecture":"amd64","os":"linux","created":"2026-03-01T10:00:00Z","config":{"Entrypoint":["/app"],"User":"65532","Env":["A=b"],"WorkingDir":"/w","Labels":{"k":"v"}},"rootfs":{"type":"layers","diff_ids":[]},"history":[{"created_by":"COPY app /"}]}""";

    public OciImage Layer(Action<TarWriter> fill, string packing = "none")
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            fill(writer);
        }

        return Layer(tar.ToArray(), packing);
    }

    public OciImage Layer(byte[] tar, string packing = "none")
    {
        _layers.Add(Descriptor("application/vnd.oci.image.layer.v1.tar", Blob(Pack(tar, packing))));
        return this;
    }

    public string Blob(byte[] content)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        _blobs.Add(($"blobs/sha256/{digest}", content));
        return digest;
    }

    /// <summary>The manifest's digest.</summary>
    public string Manifest()
    {
        var config = Descriptor("application/vnd.oci.image.config.v1+json", Blob(Encoding.UTF8.GetBytes(Config)));
        return Blob(Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"config":{{config}},"layers":[{{string.Join(',', _layers)}}]}"""));
    }

    public string Save() => Save($$$"""{"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:{{{Manifest()}}}","annotations":{"org.opencontainers.image.ref.name":"shop:1.2"}}]}""");

    public string Save(string index)
    {
        using var stream = System.IO.File.Create(File);
        using var writer = new TarWriter(stream);
        foreach (var (name, content) in _blobs.Append(("oci-layout", "{}"u8.ToArray())).Append(("index.json", Encoding.UTF8.GetBytes(index))))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        return File;
    }

    public void Dispose() => System.IO.File.Delete(File);

    private static string Descriptor(string type, string digest) => $$"""{"mediaType":"{{type}}","digest":"sha256:{{digest}}"}""";

    private static byte[] Pack(byte[] content, string packing)
    {
        var packed = new MemoryStream();
        using (Stream? packer = packing switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "zstd" => new CompressionStream(packed, leaveOpen: true),
            _ => null,
        })
        {
            (packer ?? packed).Write(content);
        }

        return packed.ToArray();
    }
}
