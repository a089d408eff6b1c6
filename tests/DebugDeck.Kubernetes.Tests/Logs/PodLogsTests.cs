using System.Globalization;
using System.Net;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Logs;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Faults;

namespace DebugDeck.Kubernetes.Tests.Logs;

public sealed class PodLogsTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_lines_and_those_since_a_moment_are_what_is_asked_for()
    {
        await using var pod = await lab.CreatePodAsync("i=0; while [ $i -lt 20 ]; do echo line $i; i=$((i+1)); done; sleep 600");
        await pod.LinesAsync(20);

        var last = await ReadAsync(pod.Target, new LogRequest { Tail = 3 });
        var since = await ReadAsync(pod.Target, new LogRequest { Since = TimeProvider.System.GetUtcNow().AddHours(1) });

        Assert.Equal(["line 17", "line 18", "line 19"], last.Select(line => line.Text));
        Assert.All(last, line => Assert.NotNull(line.At));
        Assert.Empty(since);
    }

    [Fact]
    public async Task A_log_that_is_followed_over_broken_connections_has_no_gap_and_no_repeat()
    {
        await using var pod = await lab.CreatePodAsync("i=0; while :; do echo line $i; i=$((i+1)); sleep 0.02; done");
        lab.Faults.Add(Fault.Cut($"GET */pods/{pod.Target.Name}/log*follow=true*", afterBytes: 700) with { Times = 6 });
        var numbers = new List<int>();

        await foreach (var line in new PodLogs(lab.Admin).ReadAsync(pod.Target, new LogRequest { Follow = true }, Token))
        {
            numbers.Add(int.Parse(line.Text["line ".Length..], CultureInfo.InvariantCulture));
            if (numbers.Count == 150)
            {
                break;
            }
        }

        lab.Faults.Clear();
        Assert.Equal(Enumerable.Range(0, 150), numbers);
    }

    [Fact]
    public async Task Following_goes_on_while_the_api_is_away()
    {
        await using var spoiled = await Lab.StartAsync();
        await using var pod = await spoiled.CreatePodAsync("i=0; while :; do echo line $i; i=$((i+1)); sleep 0.05; done");
        var numbers = new List<int>();

        await foreach (var line in new PodLogs(spoiled.Admin).ReadAsync(pod.Target, new LogRequest { Follow = true }, Token))
        {
            numbers.Add(int.Parse(line.Text["line ".Length..], CultureInfo.InvariantCulture));
            if (numbers.Count == 10)
            {
                spoiled.Practice.Faults.TakeApiAway();
                _ = Task.Delay(1000, Token).ContinueWith(_ => spoiled.Practice.Faults.BringApiBack(), TaskScheduler.Default);
            }

            if (numbers.Count == 60)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(0, 60), numbers);
    }

    [Fact]
    public async Task Following_goes_on_with_the_next_run_and_ends_with_the_pod()
    {
        await using var pod = await lab.CreatePodAsync("echo run; sleep 1; exit 1", restarts: true);
        var runs = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(TimeSpan.FromSeconds(60));

        await foreach (var line in new PodLogs(lab.Admin).ReadAsync(pod.Target, new LogRequest { Follow = true }, stop.Token))
        {
            if (++runs == 2)
            {
                await pod.DisposeAsync();
            }
        }

        Assert.InRange(runs, 2, 3);
    }

    [Fact]
    public async Task Following_a_container_that_will_not_run_again_ends()
    {
        await using var pod = await lab.CreatePodAsync("echo once");

        Assert.Equal(["once"], (await ReadAsync(pod.Target, new LogRequest { Follow = true })).Select(line => line.Text));
    }

    [Fact]
    public async Task The_run_before_is_read_and_a_first_run_has_none()
    {
        await using var pod = await lab.CreatePodAsync("echo words; exit 3", restarts: true);
        await Lab.UntilAsync(async () => (await lab.TargetAsync("shop", "app", pod.Target.Name)).Restarts > 0);

        Assert.Equal(["words"], (await ReadAsync(pod.Target, new LogRequest { Previous = true })).Select(line => line.Text));
        var error = await Assert.ThrowsAsync<DebugDeckException>(async () => await ReadAsync(await lab.ShelllessAsync(), new LogRequest { Previous = true }));
        Assert.Equal(ErrorKind.NotFound, error.Kind);
        Assert.EndsWith("has no earlier run: this is its first", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    // A pull is tried again and again: between two tries the kubelet says one thing, during a try another.
    [InlineData("bad-image", "^container \"app\" in pod \"bad-image\" is waiting to start: (trying and failing to pull image|image can't be pulled)$", "its image cannot be pulled")]
    [InlineData("bad-config", "^container \"app\" in pod \"bad-config\" is waiting to start: CreateContainerConfigError$", "it has written nothing yet")]
    [InlineData("init-wait", "^container \"app\" in pod \"init-wait\" is waiting to start: PodInitializing$", "with -f")]
    [InlineData("unschedulable", "^unschedulable is on no node yet, so it has no log: Unschedulable: ", "kubectl describe pod unschedulable")]
    public async Task Why_there_is_no_log_is_an_answer(string name, string sentence, string hint)
    {
        var target = await lab.TargetAsync("shop", "app", name);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => ReadAsync(target, new LogRequest()));

        Assert.Matches(sentence, error.Message);
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_that_never_ran_has_no_lines()
    {
        var target = await lab.TargetAsync("shop", "app", "bad-command");
        try
        {
            Assert.Empty(await ReadAsync(target, new LogRequest()));
        }
        catch (DebugDeckException error)
        {
            // The kubelet's excuse, once it has tried again and removed the first attempt.
            Assert.Equal(ErrorKind.NotFound, error.Kind);
        }
    }

    [Theory]
    [InlineData("trying and failing to pull image")]
    [InlineData("image can't be pulled")]
    [InlineData("ErrImageNeverPull")]
    [InlineData("InvalidImageName")]
    public void Every_way_of_saying_that_an_image_cannot_be_had_gets_the_same_hint(string reason)
    {
        var status = new KubeStatusException(HttpStatusCode.BadRequest, null, $"container \"app\" in pod \"web\" is waiting to start: {reason}");

        var error = LogAnswers.InWords(new DebugDeckException(ErrorKind.Failed, status.Message, inner: status), new PodKey("shop", "web", "uid", "app"));

        Assert.StartsWith("its image cannot be pulled", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_may_and_who_may_only_exec_may_not()
    {
        var target = await lab.ShelllessAsync();

        Assert.NotEmpty(await new PodLogs(lab.As("readonly")).ReadAsync(target, new LogRequest(), Token).ToListAsync(Token));
        var error = await Assert.ThrowsAsync<DebugDeckException>(async () => await new PodLogs(lab.As("execonly")).ReadAsync(target, new LogRequest(), Token).ToListAsync(Token));
        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
        Assert.Contains("pods/log", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unable to retrieve container logs for containerd://1423a23c69cba58c725d3cc8971bbf7b99601459620ba85292b55db42725b0ad", true, 0)]
    [InlineData("unable to retrieve container logs for containerd://not-an-id", false, 1)]
    [InlineData("2026-11-23T03:26:57.326480919Z unable to retrieve container logs for containerd://14", false, 1)]
    public async Task The_kubelets_excuse_is_no_line(string text, bool isExcuse, int count)
    {
        using var body = new LogBody(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var lines = new List<StampedLine>();
        while (await body.ReadAsync(lines, Token))
        {
            // All of it.
        }

        Assert.Equal((isExcuse, count), (body.Excuse is not null, lines.Count));
    }

    private async Task<List<LogLine>> ReadAsync(Target target, LogRequest request) => await new PodLogs(lab.Admin).ReadAsync(target, request, Token).ToListAsync(Token);
}
