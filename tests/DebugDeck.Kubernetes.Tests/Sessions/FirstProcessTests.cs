using CliWrap;
using CliWrap.Buffered;
using DebugDeck.Core.Debugging;

namespace DebugDeck.Kubernetes.Tests.Sessions;

/// <summary>The right process among those of a whole pod or node, by the lines that <c>/proc/PID/cgroup</c> has on real nodes.</summary>
public sealed class FirstProcessTests : IDisposable
{
    private const string Id = "3f9d1c0b7a6e5d4c3b2a19080706050403020100ffeeddccbbaa998877665544";
    private const string Other = "aa9d1c0b7a6e5d4c3b2a19080706050403020100ffeeddccbbaa998877665544";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Lines => new()
    {
        // A debug container has a cgroup namespace of its own: what is beside it begins with a step up.
        { "containerd, systemd's slices", "0::/../cri-containerd-ID.scope" },
        { "containerd, plain cgroups", "0::/../ID" },
        { "CRI-O", "0::/../crio-ID.scope" },
        { "CRI-O with crun's own child group", "0::/../crio-ID.scope/container" },
        { "Docker Engine behind its shim", "0::/../docker-ID.scope" },

        // With the node's own processes, or privileged, whole paths are seen.
        { "containerd on the node", "0::/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod8f1c.slice/cri-containerd-ID.scope" },
        { "plain cgroups on the node", "0::/kubepods/besteffort/pod8f1c/ID" },
        { "a node in a container", "0::/docker/OTHER/kubelet.slice/kubelet-kubepods.slice/kubelet-kubepods-pod8f1c.slice/cri-containerd-ID.scope" },
        { "version 1", "12:memory:/kubepods/burstable/pod8f1c/ID\n11:cpu,cpuacct:/kubepods/burstable/pod8f1c/ID\n1:name=systemd:/kubepods/burstable/pod8f1c/ID" },
        { "containers inside the container", "0::/../cri-containerd-ID.scope/docker/OTHER" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task It_is_the_eldest_process_of_the_containers_group(string where, string lines)
    {
        Process(1, "0::/../cri-containerd-OTHER.scope");
        Process(9, lines);
        Process(100, lines);
        Process(23, "0::/");

        Assert.Equal((0, "9\n"), await FindAsync(where));
    }

    [Fact]
    public async Task The_monitor_of_a_container_on_its_node_is_not_the_container()
    {
        Process(40, "0::/system.slice/crio-conmon-ID.scope");
        Process(41, "0::/machine.slice/libpod-conmon-ID.scope/container");
        Process(55, "0::/kubepods.slice/kubepods-pod8f1c.slice/crio-ID.scope/container");

        Assert.Equal((0, "55\n"), await FindAsync("CRI-O on the node"));
    }

    [Fact]
    public async Task Where_none_is_of_the_container_none_is_named()
    {
        Process(1, "0::/../cri-containerd-OTHER.scope");
        Process(2, "0::/");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "3"));

        Assert.Equal((1, ""), await FindAsync("nothing"));
    }

    private void Process(int number, string lines)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, $"{number}"));
        _folder.Write($"{number}/cgroup", lines.Replace("ID", Id, StringComparison.Ordinal).Replace("OTHER", Other, StringComparison.Ordinal) + "\n");
    }

    private async Task<(int ExitCode, string Output)> FindAsync(string where)
    {
        var script = DebugScripts.FindFirstProcess(new DebugSurroundings("/"), Id).Select(argument => argument.Replace("/proc/", $"{_folder.Path}/", StringComparison.Ordinal));
        var result = await Cli.Wrap("sh").WithArguments(script.Skip(1)).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(result.StandardError.Length == 0, $"{where}: {result.StandardError}");
        return (result.ExitCode, result.StandardOutput);
    }
}
