using DebugDeck.Core.Targets;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class ListWatchTests
{
    [Fact]
    public async Task A_watch_prints_what_there_is_and_then_every_change_until_interrupted()
    {
        var host = Samples.Docker(Samples.Api);
        using var output = new WatchedStream();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var bench = new CommandBench(host) { OutputStream = output };

        var running = bench.RunAsync(stop.Token, "list", "-w");
        await output.WaitForLinesAsync(2);
        host.Upsert(Samples.Worker);
        await output.WaitForLinesAsync(3);
        host.Upsert(Samples.Worker);
        host.Upsert(Samples.Worker with { State = ContainerState.Running });
        await output.WaitForLinesAsync(4);
        host.Remove(Samples.Worker.Id);
        await output.WaitForLinesAsync(5);
        await stop.CancelAsync();

        Assert.Equal(130, (await running).Code);
        Golden.Matches("list-watch", output.Text);
    }

    [Fact]
    public async Task A_lost_host_is_a_remark_and_a_document_of_its_own()
    {
        var host = Samples.Docker(Samples.Api);
        using var output = new WatchedStream();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var running = new CommandBench(host) { OutputStream = output }.RunAsync(stop.Token, "list", "-w", "-o", "json");
        await output.WaitForLinesAsync(2);
        host.Lose("the engine has gone away");
        await output.WaitForLinesAsync(3);
        await stop.CancelAsync();
        await running;

        Golden.Matches("list-watch-json", output.Text);
    }
}
