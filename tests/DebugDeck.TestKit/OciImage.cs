using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ZstdSharp;

namespace DebugDeck.TestKit;

/// <summary>An image in the layout of the OCI specification, written by hand into a file that goes away with the test.</summary>
public sealed class OciImage : IDisposable
{
    private static readonly ConcurrentDictionary<(string Tar, string Packing), Lazy<(string Unpacked, string Packed, Func<Stream> Open)>> Files = [];

    private readonly List<(string Name, Func<Stream> Open)> _blobs = [];
    private readonly List<string> _layers = [];
    private readonly List<string> _unpacked = [];

    public string File { get; } = Path.Combine(Path.GetTempPath(), $"ddoci-{Guid.NewGuid():N}.tar");

    /// <summary>The configuration; an empty list of <c>diff_ids</c> in it is filled in.</summary>
    public string Config { get; set; } = """{"architecture":"amd64","os":"linux","created":"2026-03-01T10:00:00Z","config":{"Entrypoint":["/app"],"User":"65532","Env":["A=b"],"WorkingDir":"/w","Labels":{"k":"v"}},"rootfs":{"type":"layers","diff_ids":[]},"history":[{"created_by":"COPY app /"}]}""";

    public string Reference { get; set; } = "shop:1.2";

    public OciImage Layer(Action<TarWriter> fill, string packing = "none")
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            fill(writer);
        }

        return Layer(tar.ToArray(), packing);
    }

    public OciImage Layer(byte[] tar, string packing = "none") =>
        Add(Convert.ToHexStringLower(SHA256.HashData(tar)), packing == "none" ? Blob(tar) : Blob(Pack(tar, packing)));

    /// <summary>A tar that exists, which many images may have: it is packed and its digests are taken once.</summary>
    public OciImage LayerFile(string tar, string packing = "none")
    {
        var (unpacked, packed, open) = Files.GetOrAdd((tar, packing), _ => new(() => Prepare(tar, packing))).Value;
        _blobs.Add(($"blobs/sha256/{packed}", open));
        return Add(unpacked, packed);
    }

    public string Blob(byte[] content)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        _blobs.Add(($"blobs/sha256/{digest}", () => new MemoryStream(content)));
        return digest;
    }

    /// <summary>The manifest's digest.</summary>
    public string Manifest()
    {
        var config = Descriptor("application/vnd.oci.image.config.v1+json", Configuration());
        var layers = _layers.Select(digest => Descriptor("application/vnd.oci.image.layer.v1.tar", digest));
        return Blob(Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"config":{{config}},"layers":[{{string.Join(',', layers)}}]}"""));
    }

    public string Save() => Save($$$"""{"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:{{{Manifest()}}}","annotations":{"org.opencontainers.image.ref.name":"{{{Reference}}}"}}]}""");

    public string Save(string index) => Write([("oci-layout", "{}"), ("index.json", index)]);

    /// <summary>As <c>docker save</c> lays it out, so that <c>docker load</c> takes it.</summary>
    public string SaveForDocker()
    {
        var layers = string.Join(',', _layers.Select(digest => $"\"blobs/sha256/{digest}\""));
        return Write([("manifest.json", $$"""[{"Config":"blobs/sha256/{{Configuration()}}","RepoTags":["{{Reference}}"],"Layers":[{{layers}}]}]""")]);
    }

    public void Dispose() => System.IO.File.Delete(File);

    private static (string Unpacked, string Packed, Func<Stream> Open) Prepare(string tar, string packing)
    {
        using var content = System.IO.File.OpenRead(tar);
        var unpacked = Convert.ToHexStringLower(SHA256.HashData(content));
        if (packing == "none")
        {
            return (unpacked, unpacked, () => System.IO.File.OpenRead(tar));
        }

        var packed = Pack(System.IO.File.ReadAllBytes(tar), packing);
        return (unpacked, Convert.ToHexStringLower(SHA256.HashData(packed)), () => new MemoryStream(packed));
    }

    private OciImage Add(string unpacked, string blob)
    {
        _unpacked.Add($"\"sha256:{unpacked}\"");
        _layers.Add(blob);
        return this;
    }

    private string Configuration() =>
        Blob(Encoding.UTF8.GetBytes(Config.Replace("\"diff_ids\":[]", $"\"diff_ids\":[{string.Join(',', _unpacked)}]", StringComparison.Ordinal)));

    private string Write(IEnumerable<(string Name, string Content)> documents)
    {
        using var stream = System.IO.File.Create(File);
        using var writer = new TarWriter(stream);
        foreach (var (name, open) in _blobs.Concat(documents.Select(document => (document.Name, Open: (Func<Stream>)(() => new MemoryStream(Encoding.UTF8.GetBytes(document.Content)))))))
        {
            using var content = open();
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content });
        }

        return File;
    }

    private static string Descriptor(string type, string digest) => $$"""{"mediaType":"{{type}}","digest":"sha256:{{digest}}"}""";

    private static byte[] Pack(byte[] content, string packing)
    {
        var packed = new MemoryStream();
        using (Stream packer = packing == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new CompressionStream(packed, leaveOpen: true))
        {
            packer.Write(content);
        }

        return packed.ToArray();
    }
}
