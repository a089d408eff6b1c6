using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Streams;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Playbooks.Running;

public sealed class PlaybookRunnerTests : IAsyncDisposable
{
    private readonly FakeHost _host = new();
    private readonly List<SessionNeed> _asked = [];
    private FakeDebugSession? _session;

    public PlaybookRunnerTests()
    {
        _host.Targets.Add(new CaseBuilder().Details.Target);
        _host.FileTrees["web"] = new FakeFiles().Directory("/etc").File("/etc/greeting", "hello moon\n");
        _host.Logs = (_, _, _) => Lines("starting", "no greeting for moon").ToAsyncEnumerable();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_run_looks_in_order_of_cost_and_asks_for_a_session_once()
    {
        var report = await RunAsync(Open);

        Assert.Equal(["done ok", "done ok", "done ok"], Results(report));
        Assert.Equal("moon", Assert.Single(report.Inputs).Value);
        Assert.Equal(["The greeter answers"], Assert.Single(_asked).Steps);
        Assert.Equal(["nc", "-z", "localhost", "80"], Assert.Single(_session!.Ran).Arguments);
        Assert.Equal("ok", report.Verdict);
        Assert.All(report.Steps, step => Assert.InRange(step.DurationMs, 0, report.DurationMs));
    }

    [Fact]
    public async Task Without_a_session_the_rest_goes_on_and_the_step_says_what_is_missing()
    {
        var report = await RunAsync((_, _, _) => throw new DebugDeckException(ErrorKind.NotPermitted, "you may not add debug containers", "ask for pods/ephemeralcontainers"));

        Assert.Equal(["done ok", "missing missing", "skipped skipped"], Results(report));
        Assert.Equal("exec nc -z localhost 80: you may not add debug containers; ask for pods/ephemeralcontainers", Assert.Single(report.Steps[1].Missing));
        Assert.Equal("incomplete", report.Verdict);
    }

    [Fact]
    public async Task Files_that_only_a_session_sees_are_read_through_it()
    {
        _host.Reach = FileReach.NewSession;

        var report = await RunAsync(Open);

        Assert.Equal("problem", report.Steps[0].Result);
        Assert.Equal("not there", Assert.Single(report.Steps[0].Evidence).Detail);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_finding_carries_evidence_and_the_fix_with_its_inputs()
    {
        _host.FileTrees["web"] = new FakeFiles().Directory("/etc").File("/etc/greeting", "hello sun\n");

        var report = await RunAsync(null);

        var finding = Assert.Single(report.Steps[0].Findings);
        Assert.Equal(("greeting.file", "Nobody greets moon"), (finding.Rule, finding.Title));
        Assert.Equal("hello sun", Assert.Single(finding.Evidence).Detail);
        Assert.Equal("RUN echo hello moon > /etc/greeting", Assert.Single(finding.Fixes).Text);
        Assert.Equal("problem", report.Verdict);
    }

    [Fact]
    public async Task Progress_shows_steps_as_they_end()
    {
        var seen = new List<string>();

        await RunAsync(Open, new Progress(report => seen.Add(string.Join(' ', report.Steps.Select(step => step.Status)))));

        Assert.Equal("Running Running Waiting", seen[0]);
        Assert.Equal("Done Done Done", seen[^1]);
        Assert.Contains("Done Running Waiting", seen);
    }

    [Fact]
    public async Task Step_by_step_each_thing_is_asked_for_once_and_what_was_refused_again()
    {
        var first = await RunAsync(Open, settings: new RunSettings { Until = 1 });
        Assert.Equal(["done ok", "waiting missing", "waiting missing"], Results(first));
        Assert.Empty(_asked);

        var refused = await RunAsync((_, _, _) => throw new DebugDeckException(ErrorKind.NotPermitted, "not yet"), settings: new RunSettings { Until = 2, From = first });
        Assert.Equal(["done ok", "missing missing", "waiting missing"], Results(refused));

        // What was read of the file is kept: that it is gone now makes no difference.
        _host.FileTrees["web"] = new FakeFiles();
        var rest = await RunAsync(Open, settings: new RunSettings { From = refused });
        Assert.Equal(["done ok", "done ok", "done ok"], Results(rest));
        Assert.Single(_asked);
        Assert.True(rest.DurationMs >= refused.DurationMs && refused.DurationMs >= first.DurationMs);
    }

    [Fact]
    public async Task A_saved_run_says_the_same_again_and_keeps_no_secret()
    {
        _host.Logs = (_, _, _) => Lines("no greeting for moon", "login with password=hunter2hunter2 failed").ToAsyncEnumerable();
        var report = await RunAsync(Open);
        using var file = new MemoryStream();
        SavedRun.Write(file, report);
        var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        file.Position = 0;

        var again = SavedRun.Read(file, "run.json", PlaybookLibrary.Of([PlaybookReader.Read(TestPlaybook.Greeting, "test.yaml")]));

        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Equal(Results(report), Results(again));
        Assert.Equal(report.Steps.SelectMany(step => step.Findings.Select(finding => finding.Title)), again.Steps.SelectMany(step => step.Findings.Select(finding => finding.Title)));
        Assert.Equal((report.Target, report.DurationMs, report.Evidence.TakenAt), (again.Target, again.DurationMs, again.Evidence.TakenAt));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion": 1, "savedRun": "greeting"}""")]
    [InlineData("""{"schemaVersion": "1", "savedRun": "greeting"}""")]
    public void What_is_no_saved_run_is_refused(string json) => Assert.Equal(
        ErrorKind.Usage,
        Assert.Throws<DebugDeckException>(() => SavedRun.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)), "x", PlaybookLibrary.Of([PlaybookReader.Read(TestPlaybook.Greeting, "t")]))).Kind);

    [Fact]
    public async Task A_run_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        _host.Logs = (_, _, token) => Endless(cancel, token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(Open, null, cancel.Token));
    }

    private static string[] Results(RunReport report) => [.. report.Steps.Select(step => $"{step.Status.ToString().ToLowerInvariant()} {step.Result}")];

    private static IEnumerable<LogLine> Lines(params string[] lines) => lines.Select(line => new LogLine(OutputChannel.Output, null, System.Text.Encoding.UTF8.GetBytes(line)));

    private static async IAsyncEnumerable<LogLine> Endless(CancellationTokenSource cancel, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        yield return Lines("one").Single();
        await cancel.CancelAsync();
        await Task.Delay(Timeout.Infinite, token);
    }

    private Task<IDebugSession> Open(SessionNeed need, IProgress<string> words, CancellationToken cancellationToken)
    {
        _asked.Add(need);
        return Task.FromResult<IDebugSession>(_session = new FakeDebugSession(FakePlan.Sidecar(_host.Targets[0], new DebugRequest())));
    }

    private Task<RunReport> RunAsync(
        Func<SessionNeed, IProgress<string>, CancellationToken, Task<IDebugSession>>? open, IProgress<RunReport>? progress = null, CancellationToken? cancellationToken = null, RunSettings? settings = null) =>
        new PlaybookRunner(_host, _host.Targets[0], TestPlaybook.Of(TestPlaybook.Greeting), (settings ?? new RunSettings()) with { OpenSession = open })
            .RunAsync(progress, cancellationToken ?? TestContext.Current.CancellationToken);

    private sealed class Progress(Action<RunReport> hear) : IProgress<RunReport>
    {
        public void Report(RunReport value) => hear(value);
    }
}
