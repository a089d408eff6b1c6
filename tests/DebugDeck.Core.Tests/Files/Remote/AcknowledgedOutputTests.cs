using System.Text;
using CsCheck;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Remote;
using DebugDeck.Core.Streams;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Files.Remote;

public sealed class AcknowledgedOutputTests
{
    private static readonly EndWord End = new("0123456789abcdef", "fedcba9876543210");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_word_is_taken_off_and_answered()
    {
        var process = Process("the content", Word(0));

        var (text, output) = await ReadAsync(process);

        Assert.Equal("the content", text);
        Assert.Equal((0, "\n"), (output.ExitCode, process.Input));
    }

    [Fact]
    public async Task Output_without_the_last_word_was_cut_off()
    {
        var process = Process("half of the cont");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => ReadAsync(process));

        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
        Assert.Equal("", process.Input);
    }

    [Fact]
    public async Task Something_like_the_last_word_is_content()
    {
        var (text, output) = await ReadAsync(Process(End.First, " " + Word(0).Replace('f', 'e'), Word(7)));

        Assert.Equal((End.First + " " + Word(0).Replace('f', 'e'), 7), (text, output.ExitCode));
    }

    [Theory]
    [InlineData("0123456789abcdeffedcba987654321 0 000\n")]
    [InlineData("0123456789abcdeffedcba9876543210 0x0\n")]
    [InlineData("0123456789abcdeffedcba9876543210 000 ")]
    public void A_near_miss_is_not_the_last_word(string text) => Assert.Null(End.Read(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public async Task Complaints_are_remarks_without_what_only_repeats_them()
    {
        var process = new FakeRemoteProcess
        {
            Writes = [(OutputChannel.Error, "tar: etc/shadow: Permission denied\n"), (OutputChannel.Output, "x" + Word(1)), (OutputChannel.Error, "tar: error exit delayed from previous errors\n")],
        };

        var (_, output) = await ReadAsync(process);

        Assert.Equal(["etc/shadow: Permission denied"], output.Remarks);
    }

    [Fact]
    public void Wherever_the_pieces_are_cut_the_content_is_the_same() =>
        Gen.Select(Gen.String[Gen.Char["ab01\n "], 0, 200], Gen.Int[1, 50].Array[1, 10]).Sample(async (content, lengths) =>
        {
            var all = content + Word(0);
            var pieces = new List<string>();
            for (var (at, i) = (0, 0); at < all.Length; at += lengths[i++ % lengths.Length])
            {
                pieces.Add(all.Substring(at, Math.Min(lengths[i % lengths.Length], all.Length - at)));
            }

            Assert.Equal(content, (await ReadAsync(Process([.. pieces]))).Text);
        }, iter: 300);

    private static string Word(int code) => $"{End.First}{End.Second} {code:000}\n";

    private static FakeRemoteProcess Process(params string[] pieces) => new() { Writes = [.. pieces.Select(piece => (OutputChannel.Output, piece))] };

    private static async Task<(string Text, AcknowledgedOutput Output)> ReadAsync(FakeRemoteProcess process)
    {
        var output = new AcknowledgedOutput(process, End, "the archive");
        using var content = new MemoryStream();
        await output.CopyToAsync(content, Token);
        return (Encoding.UTF8.GetString(content.ToArray()), output);
    }
}
