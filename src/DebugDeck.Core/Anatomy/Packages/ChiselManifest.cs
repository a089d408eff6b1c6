using System.Text;
using System.Text.Json;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Images.Archives;
using ZstdSharp;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>The manifest of Ubuntu's chisel: JSON lines, compressed with zstd, sorted.</summary>
internal sealed class ChiselManifest : IPackageDatabase
{
    private const string File = "/var/lib/chisel/manifest.wall";
    private const int MostBytes = 8 * 1024 * 1024;

    // What a small file may unpack to, and how long one line may be.
    private const long MostUnpacked = 64 * 1024 * 1024;

    public PackageList? Read(CaptureView view)
    {
        if (view.Content(File, MostBytes) is not { Content: { } content })
        {
            return null;
        }

        var packages = new List<(string Name, string Version)>();
        string? problem = null;
        try
        {
            using var packed = new MemoryStream(content.ToArray());
            using var unpacked = new DecompressionStream(packed);
            using var bounded = new BoundedStream(unpacked, MostUnpacked);
            using var lines = new StreamReader(bounded, Encoding.UTF8);
            while (packages.Count < PackageLists.Most && lines.ReadLine() is { } line)
            {
                if (Package(line) is { } package)
                {
                    packages.Add(package);
                }
            }
        }
        catch (Exception error) when (error is ZstdException or IOException or InvalidDataException)
        {
            problem = "it is damaged or cut off";
        }

        return PackageLists.Of("chisel", PackageDatabaseFormat.ChiselManifest, File, packages, problem);
    }

    // Lines of other kinds (slices, paths) are many times as many.
    private static (string Name, string Version)? Package(string line)
    {
        if (!line.Contains("\"kind\":\"package\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Text("name") is { } name && document.RootElement.Text("version") is { } version ? (name, version) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
