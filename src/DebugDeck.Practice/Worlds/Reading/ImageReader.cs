using DebugDeck.Practice.Commands;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Lifecycle;
using DebugDeck.Practice.Worlds.Families;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Practice.Worlds.Reading;

/// <summary>Reads an image.</summary>
internal static class ImageReader
{
    public static ImageDefinition Read(string name, YamlMap map)
    {
        var family = map.Text("family") ?? "scratch";
        if (!FamilyCatalog.Has(family))
        {
            throw map.Error(map.Find("family"), $"there is no family '{family}'");
        }

        var files = map.Map("files");
        var image = new ImageDefinition
        {
            Name = name,
            Family = family,
            User = map.Text("user") ?? "",
            AnyTag = map.Flag("anyTag"),
            Environment = map.Dictionary("env"),
            Entrypoint = map.Texts("entrypoint"),
            Command = map.Texts("command"),
            WorkingDirectory = map.Text("workingDir") ?? "/",
            PullError = map.Text("pullError"),
            Life = map.Map("life") is { } life ? LifeReader.Read(life) : LifeScript.Quiet,
            Files = [.. Program(map), .. files?.Entries.Select(entry => FileReader.Read(entry.Key, files, entry.Value)) ?? []],
        };
        map.Finish();
        return image;
    }

    // The program of the image: "program: /app/server", or with its C library and its mode.
    private static IEnumerable<WorldFile> Program(YamlMap image)
    {
        switch (image.Find("program"))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { } path }:
                return [File(path, null, 0b111_101_101, "")];
            case { } node:
                var map = image.Child(node);
                var interpreter = map.Text("libc") switch
                {
                    null or "static" => null,
                    "glibc" => Distroless.Loader,
                    "musl" => Alpine.Loader,
                    _ => throw map.Error(map.Find("libc"), "'libc' is static, glibc or musl"),
                };
                var file = File(map.DemandText("path"), interpreter, FileReader.Mode(map, 0b111_101_101), map.Text("marks") ?? "");
                map.Finish();
                return [file];
        }
    }

    private static WorldFile File(string path, string? interpreter, int mode, string marks) =>
        new(path, () => new FileNode(ProgramImage.Of("application", interpreter, marks), mode));
}
