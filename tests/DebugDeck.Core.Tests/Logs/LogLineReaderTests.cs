using System.Text;
using CsCheck;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Tests.Logs;

public sealed class LogLineReaderTests
{
    private const string First = "2026-11-23T07:41:33.610833667Z";
    private const string Second = "2026-11-23T07:41:33.610833668Z";
    private static readonly string Part = new('a', 16 * 1024);

    [Fact]
    public void Lines_lose_their_stamp_and_their_end()
    {
        var lines = Read(isTty: false, $"{First} one\n", $"{Second} \n", $"{Second} two  words\n");

        Assert.Equal(["one", "", "two  words"], Texts(lines));
        Assert.Equal([667, 668, 668], lines.Select(line => line.Stamp!.Value.Nanoseconds % 1000));
    }

    [Fact]
    public void A_line_that_the_engine_cut_is_one_line_again()
    {
        Assert.Equal([Part + Part + "b", "c"], Texts(Read(isTty: false, $"{First} {Part}", $"{First} {Part}", $"{First} b\n", $"{Second} c\n")));
        Assert.Equal([Part + Part + "b", "c"], Texts(Read(isTty: true, $"{First} {Part}{First} {Part}{First} b\r\n{Second} c\r\n")));
    }

    [Fact]
    public void A_line_as_long_as_a_part_ends_after_it()
    {
        Assert.Equal([Part, "c"], Texts(Read(isTty: false, $"{First} {Part}", $"{First} \n", $"{Second} c\n")));
        Assert.Equal([Part, "c"], Texts(Read(isTty: true, $"{First} {Part}{First} \r\n{Second} c\r\n")));
    }

    [Fact]
    public void Last_words_without_an_end_are_a_line_and_so_is_what_the_next_run_says()
    {
        Assert.Equal(["no end", "again"], Texts(Read(isTty: false, $"{First} no end", $"{Second} again\n")));
        Assert.Equal(["no end"], Texts(Read(isTty: false, $"{First} no end")));
    }

    [Fact]
    public void Half_of_a_cut_line_is_kept_only_if_nothing_more_can_come()
    {
        var reader = new LogLineReader(isTty: false);
        var lines = new List<StampedLine>();
        reader.Read(OutputChannel.Output, Encoding.UTF8.GetBytes($"{First} {Part}"), lines);

        Assert.NotNull(reader.OldestOpen);
        reader.End(keepCut: false, lines);
        Assert.Empty(lines);
        reader.End(keepCut: true, lines);
        Assert.Single(lines);
    }

    [Fact]
    public void The_two_outputs_do_not_mix()
    {
        var reader = new LogLineReader(isTty: false);
        var lines = new List<StampedLine>();
        reader.Read(OutputChannel.Output, Encoding.UTF8.GetBytes($"{First} {Part}"), lines);
        reader.Read(OutputChannel.Error, Encoding.UTF8.GetBytes($"{Second} error\n"), lines);
        reader.Read(OutputChannel.Output, Encoding.UTF8.GetBytes($"{First} end\n"), lines);

        Assert.Equal([OutputChannel.Error, OutputChannel.Output], lines.Select(line => line.Channel));
        Assert.Equal(["error", Part + "end"], Texts(lines));
    }

    [Fact]
    public void Bytes_that_are_no_text_and_lines_without_a_stamp_stay_as_they_are()
    {
        var reader = new LogLineReader(isTty: false);
        var lines = new List<StampedLine>();
        reader.Read(OutputChannel.Output, [.. Encoding.ASCII.GetBytes($"{First} "), 0xff, 0x00, 0x1b, (byte)'\n', .. "no stamp here, only text\nshort\n"u8], lines);

        Assert.Equal([0xff, 0x00, 0x1b], lines[0].Content.ToArray());
        Assert.Equal(["no stamp here, only text", "short"], Texts(lines.Skip(1)));
        Assert.All(lines.Skip(1), line => Assert.Null(line.Stamp));
    }

    [Fact]
    public void A_line_without_end_does_not_fill_the_memory()
    {
        var lines = Read(isTty: false, [.. Enumerable.Repeat($"{First} {Part}", 200)]);

        Assert.All(lines, line => Assert.InRange(line.Content.Length, 1, (1 << 20) + Part.Length));
        Assert.Equal(200L * Part.Length, lines.Sum(line => (long)line.Content.Length));
    }

    [Fact]
    public void However_the_frames_arrive_the_lines_are_the_same()
    {
        var whole = Encoding.UTF8.GetBytes($"{First} one\n{First} {Part}{First} {Part}{First} tail\n{Second} \n{Second} last\n");
        var expected = new List<StampedLine>();
        var once = new LogLineReader(isTty: true);
        once.Read(OutputChannel.Output, whole, expected);
        Gen.Int[1, 20_000].Array[1, 8].Sample(sizes =>
        {
            var reader = new LogLineReader(isTty: true);
            var lines = new List<StampedLine>();
            var (at, turn) = (0, 0);
            while (at < whole.Length)
            {
                var size = Math.Min(sizes[turn++ % sizes.Length], whole.Length - at);
                reader.Read(OutputChannel.Output, whole.AsSpan(at, size), lines);
                at += size;
            }

            return Texts(lines).SequenceEqual(Texts(expected)) && lines.Count == 4;
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void A_frame_that_arrives_in_pieces_is_still_one_frame() => Gen.Int[1, 80].Sample(size =>
    {
        var reader = new LogLineReader(isTty: false);
        var lines = new List<StampedLine>();
        foreach (var frame in new[] { $"{First} one two three\n", $"{First} four", $"{Second} five six\n" })
        {
            var bytes = Encoding.UTF8.GetBytes(frame);
            for (var at = 0; at < bytes.Length; at += size)
            {
                reader.Read(OutputChannel.Output, bytes.AsSpan(at, Math.Min(size, bytes.Length - at)), lines);
            }
        }

        return Texts(lines).SequenceEqual(["one two three", "four", "five six"]);
    });

    private static List<StampedLine> Read(bool isTty, params string[] frames)
    {
        var reader = new LogLineReader(isTty);
        var lines = new List<StampedLine>();
        foreach (var frame in frames)
        {
            reader.Read(OutputChannel.Output, Encoding.UTF8.GetBytes(frame), lines);
        }

        reader.End(keepCut: true, lines);
        return lines;
    }

    private static IEnumerable<string> Texts(IEnumerable<StampedLine> lines) => lines.Select(line => line.ToLine().Text);
}
