using System.Text;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Files.Capture;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy;

/// <summary>The files of an image in a directory of its own, which goes away with the test.</summary>
internal sealed class LocalTree : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ddtree");

    public FolderFiles Files => new(_root.FullName);

    public LocalTree Text(string path, string content, int mode = 0x1A4) => Bytes(path, Encoding.UTF8.GetBytes(content), mode);

    public LocalTree Bytes(string path, byte[] content, int mode = 0x1ED)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Local(path))!);
        File.WriteAllBytes(Local(path), content);
        SetMode(path, mode);
        return this;
    }

    public LocalTree Copy(string local, string path) => Bytes(path, File.ReadAllBytes(local));

    public LocalTree Folder(string path, int mode = 0x1ED)
    {
        Directory.CreateDirectory(Local(path));
        SetMode(path, mode);
        return this;
    }

    public LocalTree Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Local(path))!);
        File.CreateSymbolicLink(Local(path), target);
        return this;
    }

    public async Task<ContainerReadings> ReadAsync(ContainerSetting setting)
    {
        var question = new ContainerQuestion(setting);
        return question.Answer(await CaptureRounds.RunAsync(Files, [question], TestContext.Current.CancellationToken));
    }

    public Task<ContainerReadings> ReadAsync(params string[] command) => ReadAsync(new ContainerSetting { Command = command });

    /// <summary>Where the tree really is.</summary>
    public string Root => _root.FullName;

    public void Dispose() => _root.Delete(recursive: true);

    private void SetMode(string path, int mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Local(path), (UnixFileMode)mode);
        }
    }

    private string Local(string path) => _root.FullName + path;
}
