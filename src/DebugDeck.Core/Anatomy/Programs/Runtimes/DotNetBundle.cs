using System.Buffers.Binary;
using System.Text.Json;
using DebugDeck.Core.Anatomy.Programs.Elf;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Images.Archives;

namespace DebugDeck.Core.Anatomy.Programs.Runtimes;

/// <summary>Recognises .NET programs that are executables: the host beside a DLL, single files, Native AOT.</summary>
internal static class DotNetBundle
{
    private const int MostData = 512 * 1024;
    private const int MostHeader = 256;
    private const int MostConfig = 64 * 1024;

    // In the host's data, behind the place of the bundle's header: the hash of ".net core bundle\n".
    private static ReadOnlySpan<byte> Signature =>
    [
        0x8b, 0x12, 0x02, 0xb9, 0x6a, 0x61, 0x20, 0x38, 0x72, 0x7b, 0x93, 0x02, 0x14, 0xd7, 0xa0, 0x32,
        0x13, 0xf5, 0xb9, 0xe6, 0xef, 0xae, 0x33, 0x18, 0xee, 0x3b, 0x2d, 0xce, 0x24, 0xb3, 0x6a, 0xae,
    ];

    public static RuntimeFacts? Recognise(CaptureView view, ElfFile file)
    {
        if (file.Section("__managedcode") is not null || file.Section("hydrated") is not null)
        {
            return new RuntimeFacts(RuntimeIds.DotNetNativeAot, ".NET (Native AOT)");
        }

        // The host is written in C++; looking at the data of every other program would be for nothing.
        if (file.Dynamic?.Needed.Any(name => name.StartsWith("libstdc++.", StringComparison.Ordinal)) != true
            || file.Content(view, ".data", MostData) is not { } data
            || data.Span.IndexOf(Signature) is not (>= 8 and var at))
        {
            return null;
        }

        var bundle = BinaryPrimitives.ReadInt64LittleEndian(data.Span[(at - 8)..]);
        return bundle > 0
            ? new RuntimeFacts(RuntimeIds.DotNetSingleFile, ".NET (single file)", BundledVersion(view, file, bundle))
            : new RuntimeFacts(RuntimeIds.DotNet, ".NET", VersionIn(view.Content(file.Path + ".runtimeconfig.json", MostConfig)?.Content));
    }

    /// <summary>The version of .NET that a <c>runtimeconfig.json</c> asks for or brings; null if there is none in it.</summary>
    public static string? VersionIn(ReadOnlyMemory<byte>? config)
    {
        if (config is not { } json)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith("\ufeff"u8) ? json[3..] : json);
            if (!document.RootElement.TryGetProperty("runtimeOptions", out var options) || options.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            foreach (var framework in Frameworks(options))
            {
                if (framework.ValueKind == JsonValueKind.Object && framework.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.String)
                {
                    return version.Words();
                }
            }
        }
        catch (JsonException)
        {
            // Not what it is called: then it tells nothing.
        }

        return null;
    }

    private static IEnumerable<JsonElement> Frameworks(JsonElement options)
    {
        foreach (var name in (string[])["framework", "includedFrameworks", "frameworks"])
        {
            if (options.TryGetProperty(name, out var one))
            {
                foreach (var framework in one.ValueKind == JsonValueKind.Array ? [.. one.EnumerateArray()] : (JsonElement[])[one])
                {
                    yield return framework;
                }
            }
        }
    }

    // Header: two words of version, the number of files, the bundle's id as a text, then places and sizes of deps.json and runtimeconfig.json.
    private static string? BundledVersion(CaptureView view, ElfFile file, long bundle)
    {
        if (view.Piece(file.Path, bundle, MostHeader) is not { Length: > 64 } bytes)
        {
            return null;
        }

        var header = bytes.Span;
        var configAt = 13 + header[12] + 16;
        if (header[12] >= 0x80 || header.Length < configAt + 16)
        {
            return null;
        }

        var place = BinaryPrimitives.ReadInt64LittleEndian(header[configAt..]);
        var size = BinaryPrimitives.ReadInt64LittleEndian(header[(configAt + 8)..]);
        return size is > 0 and <= MostConfig ? VersionIn(view.Piece(file.Path, place, (int)size)) : null;
    }
}
