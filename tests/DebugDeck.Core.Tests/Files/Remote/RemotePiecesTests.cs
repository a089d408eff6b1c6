using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files.Remote;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>The few parts of a large program that matter, without the rest of it.</summary>
public sealed class RemotePiecesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("debugdeck-root-").FullName;
    private int _started;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("busybox")]
    [InlineData("dash")]
    [InlineData("bash")]
    public async Task A_part_of_a_file_is_a_piece_of_it_and_not_its_content(string shell)
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "app"), string.Concat(Enumerable.Range(0, 1000).Select(number => $"{number:D4}")), Token);
        var files = new RemoteFiles(new RemotePlace((command, _) => Task.FromResult(Start(shell, command)), new DebugSurroundings(_root), "web"));

        var found = await files.CaptureAsync(
            [new("/app", Limit: 4), new("/app", Limit: 8) { Offset = 400 }, new("/app", Limit: 100) { Offset = 3996 }, new("/app", Limit: 10) { Offset = 9000 }], Token);

        Assert.Equal((1, "0000"), (_started, found.Text("/app")));
        Assert.Equal("01000101", Encoding.ASCII.GetString(found["/app"]!.Slice(400, 8)!.Value.Span));
        Assert.Equal("0999", Encoding.ASCII.GetString(found["/app"]!.Slice(3996, 100)!.Value.Span));
        Assert.Null(found["/app"]!.Slice(500, 4));
        Assert.Empty(found["/app"]!.Pieces.Single(piece => piece.Offset == 9000).Bytes.ToArray());
    }

    private IRemoteProcess Start(string shell, RemoteCommand command)
    {
        _started++;
        return LocalProcess.Start(shell, command);
    }
}
