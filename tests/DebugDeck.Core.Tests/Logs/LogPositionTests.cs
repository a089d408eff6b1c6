using CsCheck;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Tests.Logs;

public sealed class LogPositionTests
{
    [Fact]
    public void Before_the_first_line_there_is_nowhere_to_go_on_from() => Assert.Null(new LogPosition().Since);

    [Fact]
    public void A_tail_never_goes_on_from_before_its_first_line()
    {
        var position = new LogPosition(isTail: true);

        position.Delivered(Line(1_000), null);

        Assert.Equal(new LogStamp(1_000), position.Since);
    }

    [Fact]
    public void A_line_under_way_comes_again_as_a_whole()
    {
        var position = new LogPosition();

        position.Delivered(Line(9_000_000_000), oldestOpen: new LogStamp(5_000_000_000));

        Assert.Equal(new LogStamp(5_000_000_000), position.Since);
    }

    [Fact]
    public void After_the_end_that_was_skipped_the_next_line_is_new()
    {
        var position = new LogPosition();

        position.BeginAfter(new LogStamp(1_000));
        position.AskAgain();

        Assert.Equal(new LogStamp(1_001), position.Since);
        Assert.True(position.IsNew(Line(1_001)));
    }

    /// <summary>
    /// The log as a file: stamps that are equal now and then, and a little out of order between the outputs. It is cut at any places, and asked for
    /// again from where the position says.
    /// </summary>
    [Fact]
    public void Wherever_the_connection_breaks_no_line_is_lost_and_none_doubled()
    {
        var steps = Gen.Select(Gen.Int[0, 60_000_000], Gen.Int[-50_000_000, 0], Gen.Bool).Array[1, 60];
        Gen.Select(steps, Gen.Int[1, 12].Array[1, 10]).Sample((log, cuts) =>
        {
            var now = 1_000_000_000L;
            var file = log.Select(step => Line((now += step.Item1 / 3) + (step.Item3 ? step.Item2 : 0), step.Item3 ? OutputChannel.Error : OutputChannel.Output)).ToList();
            var position = new LogPosition();
            var delivered = new List<StampedLine>();
            for (var turn = 0; delivered.Count < file.Count && turn < 10_000; turn++)
            {
                position.AskAgain();
                var since = position.Since;
                var news = cuts[turn % cuts.Length];
                foreach (var line in file.Where(line => since is null || line.Stamp >= since).Where(position.IsNew).Take(news))
                {
                    delivered.Add(line);
                    position.Delivered(line, null);
                }
            }

            return delivered.SequenceEqual(file);
        });
    }

    private static StampedLine Line(long nanoseconds, OutputChannel channel = OutputChannel.Output) => new(channel, new LogStamp(nanoseconds), default);
}
