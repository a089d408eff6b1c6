using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Exec;

namespace DebugDeck.Kubernetes.Tests.Exec;

public sealed class KubectlVerdictTests
{
    [Theory]
    [InlineData("command terminated with exit code 9\n", 0)]
    [InlineData("err\ncommand terminated with exit code 9\n", 4)]
    [InlineData("command terminated early\nerr\ncommand terminated with exit code 9\n", 29)]
    public void Its_last_words_are_told_from_the_process_own_in_the_same_piece(string piece, int own)
    {
        var verdict = new KubectlVerdict("sh");

        Assert.Equal(own, verdict.Take(Encoding.UTF8.GetBytes(piece)));
        Assert.Equal(9, verdict.Read(9));
    }

    [Fact]
    public void What_only_mentions_the_words_is_the_process_own()
    {
        var verdict = new KubectlVerdict("sh");
        var piece = Encoding.UTF8.GetBytes("it said: command terminated with exit code 9\n");

        Assert.Equal(piece.Length, verdict.Take(piece));
        Assert.Equal(ErrorKind.Unreachable, Assert.Throws<DebugDeckException>(() => verdict.Read(9)).Kind);
    }
}
