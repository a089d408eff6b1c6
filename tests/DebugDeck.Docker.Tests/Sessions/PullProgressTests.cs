using DebugDeck.Docker.Sessions;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Tests.Sessions;

public sealed class PullProgressTests
{
    [Fact]
    public void Layers_are_summed_up_and_extracting_is_not_counted_again()
    {
        var reports = new Reports();
        var heard = 0;
        var pull = new PullProgress("busybox", reports, () => heard++);

        pull.Report(new JSONMessage { Status = "Pulling from library/busybox", ID = "latest" });
        pull.Report(Layer("a", "Downloading", 1024 * 1024, 2 * 1024 * 1024));
        pull.Report(Layer("b", "Downloading", 1024 * 1024, 6 * 1024 * 1024));
        pull.Report(Layer("b", "Downloading", 1024 * 1024, 6 * 1024 * 1024));
        pull.Report(Layer("a", "Extracting", 1, 2 * 1024 * 1024));

        Assert.Equal(5, heard);
        Assert.Equal(2, reports.Count);
        Assert.Equal($"fetching busybox: {Core.Text.ByteSize.Format(2 * 1024 * 1024)} of {Core.Text.ByteSize.Format(8 * 1024 * 1024)}", reports[1]);
        Assert.Null(pull.Error);
    }

    [Fact]
    public void A_failure_in_the_middle_is_kept()
    {
        var pull = new PullProgress("busybox", new Reports(), () => { });

        pull.Report(new JSONMessage { Error = new JSONError { Message = "unexpected EOF" } });

        Assert.Equal("unexpected EOF", pull.Error);
    }

    private static JSONMessage Layer(string id, string status, long current, long total) =>
        new() { ID = id, Status = status, Progress = new JSONProgress { Current = current, Total = total } };

    private sealed class Reports : List<string>, IProgress<string>
    {
        public void Report(string value) => Add(value);
    }
}
