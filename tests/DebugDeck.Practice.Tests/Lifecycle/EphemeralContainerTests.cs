using System.Text.Json.Nodes;
using DebugDeck.Practice.Tests.Worlds;

namespace DebugDeck.Practice.Tests.Lifecycle;

/// <summary>Debug containers start, see their target and end as on a real node.</summary>
public sealed class EphemeralContainerTests(RunningWorld world) : IClassFixture<RunningWorld>
{
    private static JsonObject Ptrace => new() { ["capabilities"] = new JsonObject { ["add"] = new JsonArray("SYS_PTRACE") } };

    [Fact]
    public async Task With_ptrace_the_targets_files_and_processes_are_seen()
    {
        var pod = world.PodOf("shop", "checkout");
        var debug = await world.DebugAsync("shop", pod, "app", Ptrace);

        var (output, errors, code) = await world.ExecAsync("shop", pod, debug, "cat /proc/1/root/app/config.yaml; tr '\\0' ' ' < /proc/1/cmdline; echo; ps -o pid,args | head -n 2");

        Assert.Equal(("listen: :8080\npayments: http://payments.shop\n/app/checkout \nPID   COMMAND\n    1 /app/checkout\n", "", 0), (output, errors, code));
    }

    [Fact]
    public async Task Without_it_they_are_not()
    {
        var pod = world.PodOf("shop", "checkout");
        var debug = await world.DebugAsync("shop", pod, "app");

        var (output, errors, code) = await world.ExecAsync("shop", pod, debug, "ls /proc/1/root/");

        Assert.Equal(("", 1), (output, code));
        Assert.Contains("Permission denied", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_out_waits_for_the_clients_word()
    {
        var pod = world.PodOf("shop", "checkout");
        var debug = await world.DebugAsync("shop", pod, "app", Ptrace);

        var (output, _, code) = await world.ExecAsync(
            "shop", pod, debug, "set -- /proc/1/root/app config.yaml; tar cf - -C \"$1\" -- \"$2\" | tar tf -; r=$?; read -r _; exit $r", "\n"u8.ToArray());

        Assert.Equal(("config.yaml\n", 0), (output, code));
    }

    [Fact]
    public async Task Shared_processes_are_found_by_their_container_id()
    {
        var debug = await world.DebugAsync("shop", "shared-processes", "app", Ptrace);
        var id = ((string)world.Status("shop", "shared-processes", "app")["containerID"]!)["containerd://".Length..];

        var (output, _, _) = await world.ExecAsync(
            "shop", "shared-processes", debug, $"for p in /proc/[0-9]*; do if grep -q {id} $p/cgroup; then tr '\\0' ' ' < $p/cmdline; echo; break; fi; done; cat /proc/1/comm");

        Assert.Equal("/app/checkout \npause\n", output);
    }

    [Fact]
    public async Task A_root_image_never_starts_where_root_is_forbidden()
    {
        var pod = world.PodOf("shop", "checkout");
        var debug = await world.DebugAsync("shop", pod, "app", new JsonObject { ["runAsNonRoot"] = true }, waits: false);

        var status = await world.UntilAsync("shop", pod, debug, found => (string?)found["state"]?["waiting"]?["reason"] == "CreateContainerConfigError");

        Assert.StartsWith($"container has runAsNonRoot and image will run as root (pod: \"{pod}_shop(", (string?)status["state"]!["waiting"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_never_started_is_not_found()
    {
        var debug = await world.DebugAsync("shop", "bad-image", "app", waits: false);

        var status = await world.UntilAsync("shop", "bad-image", debug, found => (string?)found["state"]?["waiting"]?["reason"] == "CreateContainerConfigError");

        Assert.Equal("unable to find target container app", (string?)status["state"]!["waiting"]!["message"]);
    }

    [Fact]
    public async Task The_sleeper_ends_itself_when_it_is_told_to()
    {
        // A target of its own: in one that other tests debug as well, the first sleeper in the list may be another's.
        var pod = world.PodOf("shop", "catalog");
        var debug = await world.DebugAsync("shop", pod, "app", Ptrace);

        await world.ExecAsync("shop", pod, debug, "kill -TERM $(ps -o pid,args | grep 'trap' | grep -v grep | head -n 1 | tr -s ' ' | sed 's/^ //' | cut -d' ' -f1)");
        var status = await world.UntilAsync("shop", pod, debug, found => found["state"]?["terminated"] is not null);

        Assert.Equal(("Completed", 0), ((string?)status["state"]!["terminated"]!["reason"], (int)status["state"]!["terminated"]!["exitCode"]!));
    }
}
