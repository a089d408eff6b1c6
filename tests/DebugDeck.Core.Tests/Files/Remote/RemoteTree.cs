using System.Formats.Tar;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files.Remote;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>A folder that plays a target's root, read by the scripts in real shells: busybox with its own applets; dash and bash with GNU's programs.</summary>
internal sealed class RemoteTree : IDisposable
{
    public static TheoryData<string> Shells => ["busybox", "dash", "bash"];

    public string Root { get; } = Directory.CreateTempSubdirectory("debugdeck-root-").FullName;

    /// <summary>How many processes reading has taken.</summary>
    public int Started { get; private set; }

    public static async Task<Dictionary<string, byte[]>> UnpackAsync(RemoteFiles files, string path)
    {
        await using var tar = await files.ArchiveAsync(path, TestContext.Current.CancellationToken);
        return await UnpackAsync(tar);
    }

    public static async Task<Dictionary<string, byte[]>> UnpackAsync(Stream tar)
    {
        var entries = new Dictionary<string, byte[]>();
        await using var reader = new TarReader(tar);
        while (await reader.GetNextEntryAsync(copyData: true, TestContext.Current.CancellationToken) is { } entry)
        {
            var content = new MemoryStream();
            await (entry.DataStream?.CopyToAsync(content, TestContext.Current.CancellationToken) ?? Task.CompletedTask);
            entries[entry.Name] = content.ToArray();
        }

        return entries;
    }

    public RemoteFiles Files(string shell, string? root = null) => new(new RemotePlace(
        (command, _) =>
        {
            Started++;
            return Task.FromResult(LocalProcess.Start(shell, command));
        },
        new DebugSurroundings(root ?? Root),
        "web"));

    public string At(string path) => Path.Combine(Root, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), content);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
