using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Inventory;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Sessions;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Faults;

namespace DebugDeck.Kubernetes.Tests.Sessions;

public sealed class PodSessionsTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_starts_is_used_is_found_and_ends()
    {
        var sessions = Sessions();
        var target = await lab.ShelllessAsync();
        var words = new Words();
        await using var session = await sessions.StartAsync(TestPlans.Ephemeral(target), words, Token);

        Assert.Equal("Distroless", (await RunAsync(session, session.Command(["sh", "-c", "cat $TARGET/etc/os-release"]))).Output.Split('"')[1]);
        Assert.Equal(42, (await RunAsync(session, session.Command(["sh", "-c", "exit 42"]))).ExitCode);
        Assert.Equal("Distroless", Encoding.UTF8.GetString(await session.Files.ReadAsync("/etc/os-release", 1000, Token)).Split('"')[1]);

        var listed = Assert.Single(await sessions.ListAsync(Token), found => found.Id == session.Info.Id);
        Assert.Equal(($"pod/{target.Name}/app", "shop", "me@here"), (listed.Target, listed.Namespace, listed.StartedBy));
        Assert.InRange(listed.EndsAt - listed.StartedAt, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

        await sessions.EndAsync(session.Info.Id, Token);

        Assert.DoesNotContain(await sessions.ListAsync(Token), found => found.Id == session.Info.Id);
        Assert.Equal(ContainerState.Running, (await lab.TargetAsync("shop", "app", target.Name)).State);
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<DebugDeckException>(() => sessions.EndAsync(session.Info.Id, Token))).Kind);
        Assert.Contains(words.Said, said => said.Contains(session.Info.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ending_a_session_leaves_another_one_of_the_same_target_alone()
    {
        var sessions = Sessions();
        var target = await lab.ShelllessAsync();
        await using var first = await sessions.StartAsync(TestPlans.Ephemeral(target), new Words(), Token);
        await using var second = await sessions.StartAsync(TestPlans.Ephemeral(target), new Words(), Token);

        await first.EndAsync(Token);

        Assert.Equal(0, (await RunAsync(second, second.Command(["true"]))).ExitCode);
        await second.EndAsync(Token);
    }

    [Fact]
    public async Task A_running_session_is_taken_up_again()
    {
        var sessions = Sessions();
        var plan = TestPlans.Ephemeral(await lab.ShelllessAsync());
        await using var first = await sessions.StartAsync(plan, new Words(), Token);

        await using var again = await sessions.StartAsync(TestPlans.Ephemeral(plan.Target) with { Reuses = plan.ContainerName }, new Words(), Token);
        await using var fresh = await sessions.StartAsync(TestPlans.Ephemeral(plan.Target) with { Reuses = plan.ContainerName, MayReuse = false }, new Words(), Token);

        Assert.Equal(first.Info.Id, again.Info.Id);
        Assert.NotEqual(first.Info.Id, fresh.Info.Id);
        await first.EndAsync(Token);
        await fresh.EndAsync(Token);
    }

    [Fact]
    public async Task The_right_process_is_found_where_containers_share_their_processes()
    {
        var target = await lab.TargetAsync("shop", "helper", "shared-processes");
        await using var session = await Sessions().StartAsync(TestPlans.Ephemeral(target) with { TargetRoot = "/proc/PID/root" }, new Words(), Token);

        // The other container of the pod is distroless.
        Assert.Contains("Alpine", Encoding.UTF8.GetString(await session.Files.ReadAsync("/etc/os-release", 1000, Token)), StringComparison.Ordinal);
        await session.EndAsync(Token);
    }

    [Theory]
    [InlineData("registry.invalid/tools:v1", TestPlans.General, "cannot be pulled")]
    [InlineData("busybox:1.36", """{"runAsNonRoot":true}""", "would run as root")]
    public async Task What_cannot_start_ends_the_wait_with_its_sentence(string image, string security, string words)
    {
        var began = TimeProvider.System.GetTimestamp();

        var error = await Assert.ThrowsAsync<DebugDeckException>(
            async () => await Sessions().StartAsync(TestPlans.Ephemeral(await lab.ShelllessAsync(), security, image), new Words(), Token));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("stays in the pod's list", error.Hint, StringComparison.Ordinal);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_command_that_is_not_there_and_one_that_ends_at_once_end_the_wait()
    {
        var target = await lab.ShelllessAsync();
        var sessions = Sessions();
        var missing = TestPlans.Ephemeral(target);
        missing = missing with { Manifest = missing.Manifest!.Replace("\"sh\",\"-c\"", "\"/no/such\"", StringComparison.Ordinal) };

        var first = await Assert.ThrowsAsync<DebugDeckException>(() => sessions.StartAsync(missing, new Words(), Token));
        var second = await Assert.ThrowsAsync<DebugDeckException>(() => sessions.StartAsync(TestPlans.Ephemeral(target, script: "exit 7"), new Words(), Token));

        Assert.Contains("has no shell", first.Message, StringComparison.Ordinal);
        Assert.Contains("ended at once with 7", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_is_down_ends_the_wait()
    {
        var target = await lab.TargetAsync("shop", "app", "bad-image");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => Sessions().StartAsync(TestPlans.Ephemeral(target), new Words(), Token));

        Assert.Contains("has never been started", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_that_breaks_does_not_end_the_wait()
    {
        var target = await lab.ShelllessAsync();
        lab.Faults.Add(Fault.Cut("GET */namespaces/shop/pods?watch=*", afterBytes: 100) with { Times = 2 });

        await using var session = await Sessions().StartAsync(TestPlans.Ephemeral(target), new Words(), Token);
        lab.Faults.Clear();

        Assert.Equal(0, (await RunAsync(session, session.Command(["true"]))).ExitCode);
        await session.EndAsync(Token);
    }

    [Fact]
    public async Task A_policy_refuses_with_the_servers_words()
    {
        var target = await lab.TargetAsync("locked", "app", "vault");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => Sessions().StartAsync(TestPlans.Ephemeral(target), new Words(), Token));

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
        Assert.Contains("violates PodSecurity \"restricted:latest\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restricted_namespace_takes_the_targets_own_user()
    {
        var target = await lab.TargetAsync("locked", "app", "vault");
        await using var session = await Sessions().StartAsync(TestPlans.Ephemeral(target, TestPlans.SameUser), new Words(), Token);

        Assert.NotNull(await session.Files.StatAsync("/etc/os-release", Token));
        await session.EndAsync(Token);
    }

    [Fact]
    public async Task A_debug_container_that_may_not_look_into_the_target_says_so()
    {
        await using var session = await Sessions().StartAsync(TestPlans.Ephemeral(await lab.ShelllessAsync(), "{}"), new Words(), Token);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => session.Files.ReadAsync("/etc/os-release", 100, Token));
        await session.EndAsync(Token);

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
    }

    [Fact]
    public async Task A_copy_is_created_used_and_deleted()
    {
        var sessions = Sessions();
        var target = await lab.ShelllessAsync();
        var plan = TestPlans.Copy(target);
        await using var session = await sessions.StartAsync(plan, new Words(), Token);

        Assert.Contains(await sessions.ListAsync(Token), found => found.Id == session.Info.Id && found.Technique == DebugTechnique.Copy);
        await session.EndAsync(Token);

        Assert.DoesNotContain(await sessions.ListAsync(Token), found => found.Id == session.Info.Id);
    }

    [Fact]
    public async Task A_copy_that_does_not_start_is_deleted()
    {
        var plan = TestPlans.Copy(await lab.ShelllessAsync(), "registry.invalid/x:1");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => Sessions().StartAsync(plan, new Words(), Token));

        Assert.Contains("cannot be pulled", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await lab.PodsAsync("shop"), pod => pod.Metadata.Name == plan.PodName && pod.Metadata.DeletionTimestamp is null);
    }

    [Fact]
    public async Task A_session_in_the_target_itself_creates_nothing()
    {
        var target = await lab.DebianAsync();
        var plan = TestPlans.Ephemeral(target) with { Technique = DebugTechnique.Exec, TargetRoot = "/", Manifest = null, ContainerName = target.Container };
        await using var session = await Sessions().StartAsync(plan, new Words(), Token);

        Assert.Contains("ID=debian", (await RunAsync(session, session.Command(["cat", "/etc/os-release"]))).Output, StringComparison.Ordinal);
        Assert.Empty((await Sessions().BesideAsync(PodKey.Of(target), Token)));
    }

    [Fact]
    public async Task A_developer_starts_one_and_a_reader_may_not()
    {
        var target = await lab.ShelllessAsync();
        await using var session = await Sessions("developer").StartAsync(TestPlans.Ephemeral(target), new Words(), Token);
        Assert.Equal(0, (await RunAsync(session, session.Command(["true"]))).ExitCode);
        Assert.Contains(await Sessions("developer").ListAsync(Token), found => found.Id == session.Info.Id);
        await session.EndAsync(Token);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => Sessions("readonly").StartAsync(TestPlans.Ephemeral(target), new Words(), Token));
        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
    }

    private PodSessions Sessions(string user = "admin")
    {
        var connection = lab.As(user);
        return new PodSessions(connection, new PodExec(connection), new PodScope(NamespaceScope.All, "shop", []));
    }

    private static async Task<RemoteOutput> RunAsync(IDebugSession session, RemoteCommand command)
    {
        await using var process = await session.RunAsync(command, Token);
        return await RemoteOutput.OfAsync(process);
    }
}
