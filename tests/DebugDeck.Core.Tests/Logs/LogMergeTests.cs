using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Tests.Logs;

public sealed class LogMergeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly List<string> _failed = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Logs_that_have_an_end_are_put_in_the_order_of_time()
    {
        NamedLog[] logs = [Log("a", (1, "one"), (4, "four"), (null, "still four")), Log("b", (2, "two"), (3, "three"), (5, "five"))];

        var merged = await LogMerge.ByTimeAsync(logs, Failed, Token).ToListAsync(Token);

        Assert.Equal(["a one", "b two", "b three", "a four", "a still four", "b five"], merged.Select(Text));
    }

    [Fact]
    public async Task Logs_that_go_on_come_as_they_come_and_end_with_the_last()
    {
        NamedLog[] logs = [Log("a", (1, "one"), (2, "two")), Log("b", (1, "one"))];

        var merged = await LogMerge.AsTheyComeAsync(logs, Failed, Token).ToListAsync(Token);

        Assert.Equal(["a one", "a two", "b one"], merged.Select(Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_cannot_be_read_does_not_keep_the_others_back(bool follows)
    {
        NamedLog[] logs = [new("a", Broken()), Log("b", (1, "one"))];

        var merged = follows ? LogMerge.AsTheyComeAsync(logs, Failed, Token) : LogMerge.ByTimeAsync(logs, Failed, Token);

        Assert.Equal(["b one"], (await merged.ToListAsync(Token)).Select(Text));
        Assert.Equal(["a: it waits"], _failed);
    }

    [Fact]
    public async Task Leaving_ends_the_reading()
    {
        var ended = false;
        NamedLog[] logs = [new("a", Endless(() => ended = true, Token))];

        await foreach (var _ in LogMerge.AsTheyComeAsync(logs, Failed, Token))
        {
            break;
        }

        Assert.True(ended);
    }

    private void Failed(string name, DebugDeckException error) => _failed.Add($"{name}: {error.Message}");

    private static string Text(NamedLogLine line) => $"{line.Name} {line.Line.Text}";

    private static NamedLog Log(string name, params (int? At, string Text)[] lines) => new(name, lines.Select(line => Line(line.At, line.Text)).ToAsyncEnumerable());

    private static LogLine Line(int? at, string text) => new(OutputChannel.Output, at is { } seconds ? Start.AddSeconds(seconds) : null, Encoding.UTF8.GetBytes(text));

    private static async IAsyncEnumerable<LogLine> Broken()
    {
        await Task.Yield();
        throw new DebugDeckException(ErrorKind.Failed, "it waits");
#pragma warning disable CS0162 // It makes the method an iterator.
        yield break;
#pragma warning restore CS0162
    }

    private static async IAsyncEnumerable<LogLine> Endless(Action ended, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                yield return Line(i, "x");
                await Task.Delay(1, cancellationToken);
            }
        }
        finally
        {
            ended();
        }
    }
}
