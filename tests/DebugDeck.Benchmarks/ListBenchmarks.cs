using BenchmarkDotNet.Attributes;
using DebugDeck.Benchmarks.Setting;

namespace DebugDeck.Benchmarks;

/// <summary>A list of 200 containers.</summary>
public class ListBenchmarks
{
    private const string Kind = "list";

    [GlobalSetup]
    public async Task MakeContainersAsync()
    {
        await Programs.RemoveContainersAsync(Kind);
        for (var number = 0; number < 200; number++)
        {
            await Programs.DockerAsync("create", "--network", "none", "--name", Programs.Name(Kind, number), "ddtest/scratch-static");
        }

        // Shells are remembered by image: this is the list of someone who has looked before.
        await Programs.DebugDeckAsync("list");
    }

    [GlobalCleanup]
    public Task RemoveContainersAsync() => Programs.RemoveContainersAsync(Kind);

    [Benchmark(Baseline = true, Description = "docker ps --all")]
    public Task Docker() => Programs.DockerAsync("ps", "--all");

    [Benchmark(Description = "debugdeck list")]
    public Task DebugDeck() => Programs.DebugDeckAsync("list");
}
