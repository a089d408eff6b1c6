using BenchmarkDotNet.Attributes;
using DebugDeck.Benchmarks.Setting;

namespace DebugDeck.Benchmarks;

/// <summary>Copies out of a container into memory (<c>/dev/shm</c>), so that the disk takes no part: one file of 1 GiB, and 20,000 files of 4 KiB.</summary>
public class CopyBenchmarks
{
    private const string Kind = "copy";
    private const string Destination = "/dev/shm/ddbench-copy";

    private static readonly string Container = Programs.Name(Kind, 0);

    /// <summary>What is copied.</summary>
    [Params("/data/big", "/data/many")]
    public string Source { get; set; } = "";

    [GlobalSetup]
    public async Task MakeFilesAsync()
    {
        await Programs.RemoveContainersAsync(Kind);
        await Programs.DockerAsync("run", "--network", "none", "--name", Container, "ddtest/busybox", "sh", "-c",
            """
            mkdir -p /data/many && dd if=/dev/urandom of=/data/big bs=1M count=1024 2>/dev/null
            dd if=/dev/urandom of=/tmp/part bs=4096 count=1 2>/dev/null
            for folder in $(seq 200); do
              mkdir /data/many/$folder
              for file in $(seq 100); do cp /tmp/part /data/many/$folder/$file; done
            done
            """);
    }

    [GlobalCleanup]
    public Task RemoveContainersAsync() => Programs.RemoveContainersAsync(Kind);

    [IterationSetup]
    public void MakeRoom()
    {
        Directory.CreateDirectory(Destination);
        Directory.Delete(Destination, recursive: true);
        Directory.CreateDirectory(Destination);
    }

    [IterationCleanup]
    public void GiveRoomBack() => Directory.Delete(Destination, recursive: true);

    [Benchmark(Baseline = true, Description = "docker cp")]
    public Task Docker() => Programs.DockerAsync("cp", $"{Container}:{Source}", Destination + "/copy");

    [Benchmark(Description = "debugdeck cp")]
    public Task DebugDeck() => Programs.DebugDeckAsync("cp", $"docker://{Container}:{Source}", Destination + "/copy");
}
