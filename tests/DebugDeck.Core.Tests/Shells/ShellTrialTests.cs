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
        Assert.Equal("`sh` cannot be started: exec: \"sh\": executable file not found in $PATH", finding.Evidence[0]);
    }

    [Theory]
    [InlineData(126)]
    [InlineData(127)]
    public async Task A_runtime_that_only_gives_an_exit_code_is_understood(int code)
    {
        Assert.Equal(ShellVerdict.No, (await ShellTrial.RunAsync((_, _) => Ended(code), Token)).Verdict);
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

    private static DebugDeckException Missing(RemoteCommand command) => new(ErrorKind.NotFound, $"exec: \"{command.Arguments[0]}\": executable file not found in $PATH");
}
