using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Shells;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Shells;

public sealed class ShellTrialTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sh", "sh")]
    [InlineData("/busybox/sh", "/busybox/sh")]
    [InlineData("/bin/busybox", "/bin/busybox")]
    public async Task The_first_shell_that_can_be_started_is_found(string there, string path)
    {
        var finding = await ShellTrial.RunAsync((command, _) => command.Arguments[0] == there ? Ended(0) : throw Missing(command), Token);

        Assert.Equal((ShellVerdict.Yes, path), (finding.Verdict, finding.Path));
    }

    [Fact]
    public async Task Where_none_can_be_started_there_is_none_and_each_attempt_is_told()
    {
        var finding = await ShellTrial.RunAsync((command, _) => throw Missing(command), Token);

        Assert.Equal((ShellVerdict.No, null, 7), (finding.Verdict, finding.Path, finding.Evidence.Count));
        Assert.Equal("`sh` cannot be started: executable file not found in $PATH", finding.Evidence[0]);
    }

    [Theory]
    [InlineData(126)]
    [InlineData(127)]
    public async Task A_runtime_that_only_gives_an_exit_code_is_understood(int code)
    {
        Assert.Equal(ShellVerdict.No, (await ShellTrial.RunAsync((_, _) => Ended(code), Token)).Verdict);
    }

    [Fact]
    public async Task A_shell_that_may_not_be_executed_is_none_and_the_next_one_is_tried()
    {
        var finding = await ShellTrial.RunAsync(
            (command, _) => command.Arguments[0] == "/busybox/sh" ? Ended(0) : throw Unstartable(command, "permission denied"), Token);
        var none = await ShellTrial.RunAsync((command, _) => throw Unstartable(command, "permission denied"), Token);

        Assert.Equal((ShellVerdict.Yes, "/busybox/sh"), (finding.Verdict, finding.Path));
        Assert.Equal((ShellVerdict.No, "`sh` cannot be started: permission denied"), (none.Verdict, none.Evidence[0]));
    }

    [Theory]
    [InlineData(ErrorKind.Failed, "container 'app' of pod web-1 does not run")]
    [InlineData(ErrorKind.NotFound, "there is no pod web-1 in shop any more")]
    public async Task A_container_in_which_nothing_can_be_started_is_no_verdict_about_its_image(ErrorKind kind, string words)
    {
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => ShellTrial.RunAsync((_, _) => throw new DebugDeckException(kind, words), Token));

        Assert.Equal(words, error.Message);
    }

    [Fact]
    public async Task Not_being_allowed_to_is_no_verdict()
    {
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => ShellTrial.RunAsync((_, _) => throw new DebugDeckException(ErrorKind.NotPermitted, "pods/exec is forbidden"), Token));

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
    }

    [Theory]
    [InlineData("gcr.io/distroless/static-debian12:nonroot", ShellVerdict.LikelyNo)]
    [InlineData("gcr.io/distroless/static-debian12:debug", ShellVerdict.Unknown)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled", ShellVerdict.LikelyNo)]
    [InlineData("debian:bookworm-slim", ShellVerdict.Unknown)]
    [InlineData("registry.example.com/shop/checkout:2.4.1", ShellVerdict.Unknown)]
    public void A_reference_is_never_more_than_a_guess(string image, ShellVerdict expected)
    {
        var target = new Core.Targets.Target { Id = "1", Address = new(Core.Targets.AddressKind.Pod, "web", "app"), Host = "test", Name = "web", Image = image };

        var finding = ShellReference.Judge(target);

        Assert.Equal(expected, finding.Verdict);
        Assert.NotEmpty(finding.Evidence);
    }

    private static Task<IRemoteProcess> Ended(int code) => Task.FromResult<IRemoteProcess>(new FakeRemoteProcess { ExitCode = code });

    private static DebugDeckException Unstartable(RemoteCommand command, string why) =>
        new(ErrorKind.Failed, $"'{command.Arguments[0]}' cannot be started: {why}", inner: new UnstartableProgramException(why));

    private static DebugDeckException Missing(RemoteCommand command) =>
        new(ErrorKind.NotFound, $"there is no program '{command.Arguments[0]}'", inner: new UnstartableProgramException("executable file not found in $PATH"));
}
