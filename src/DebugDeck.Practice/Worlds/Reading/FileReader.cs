using System.Globalization;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Worlds.Families;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Practice.Worlds.Reading;

/// <summary>Reads a file of an image: its text, or a mapping that says more.</summary>
internal static class FileReader
{
    public static WorldFile Read(string path, YamlMap files, YamlNode node)
    {
        if (!path.StartsWith('/'))
        {
            throw files.Error(node, $"'{path}' is no absolute path");
        }

        if (node is YamlScalarNode { Value: var text } scalar)
        {
            // null takes away a file that the family has.
            return scalar is { Style: ScalarStyle.Plain, Value: "null" or "~" or "" } ? new WorldFile(path, () => null) : new WorldFile(path, () => new FileNode(new BytesContent(text ?? "")));
        }

        var map = files.Child(node);
        var isFolder = map.Flag("folder");
        var mode = Mode(map, isFolder ? 0b111_101_101 : 0b110_100_100);
        var (uid, gid) = Owner(map);
        var (content, link, zone, size) = (map.Text("text"), map.Text("link"), map.Text("timeZone"), map.Number("size", -1));
        map.Finish();
        return new WorldFile(path, () => Make(isFolder, link, zone, size, content, mode, uid, gid));
    }

    /// <summary>The octal mode of a mapping.</summary>
    public static int Mode(YamlMap map, int otherwise)
    {
        var text = map.Text("mode");
        return text is null ? otherwise
            : text.Length > 0 && text.All(c => c is >= '0' and <= '7') ? Convert.ToInt32(text, 8)
            : throw map.Error(map.Find("mode"), "'mode' is an octal number such as 0640");
    }

    private static Node Make(bool isFolder, string? link, string? zone, int size, string? content, int mode, int uid, int gid)
    {
        if (link is not null)
        {
            return new LinkNode(link);
        }

        Node node = isFolder ? new TreeFolder(mode)
            : new FileNode(
                zone is not null ? new BytesContent(() => ZoneInfo.Of(zone)) : size >= 0 ? new GeneratedContent(size, 1) : new BytesContent(content ?? ""), mode);
        (node.Uid, node.Gid) = (uid, gid);
        return node;
    }

    private static (int Uid, int Gid) Owner(YamlMap map)
    {
        if (map.Text("owner") is not { } text)
        {
            return (0, 0);
        }

        return text.Split(':') is [var user, var group]
            && int.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var uid)
            && int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var gid)
            ? (uid, gid)
            : throw map.Error(map.Find("owner"), "'owner' is UID:GID");
    }
}
