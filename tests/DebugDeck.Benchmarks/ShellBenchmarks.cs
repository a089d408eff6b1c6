using System.Globalization;
using BenchmarkDotNet.Attributes;
using DebugDeck.Benchmarks.Setting;

namespace DebugDeck.Benchmarks;

/// <summary>Which of 50 containers have a shell; every one has an image of its own that has none, the dearest case.</summary>
public class ShellBenchmarks
{
    private const int Count = 50;
    private const string Kind = "shell";

    private static string Image(int number) => string.Create(CultureInfo.InvariantCulture, $"ddbench/shell:{number}");

    [GlobalSetup]
    public async Task MakeContainersAsync()
    {
        await Programs.RemoveContainersAsync(Kind);
        var tree = Path.GetTempFileName();
        await Programs.DockerAsync("create", "--network", "none", "--name", Programs.Name(Kind, 0), "ddtest/scratch-static");
        await Programs.DockerAsync("export", "--output", tree, Programs.Name(Kind, 0));
        await Programs.RemoveContainersAsync(Kind);
        for (var number = 0; number < Count; number++)
        {
            await Programs.DockerAsync("import", "--change", "ENTRYPOINT [\"/app\"]", "--change", $"LABEL number={number}", tree, Image(number));
            await Programs.DockerAsync("create", "--network", "none", "--name", Programs.Name(Kind, number), Image(number));
        }

        File.Delete(tree);
    }

    [GlobalCleanup]
    public async Task RemoveContainersAsync()
    {
        await Programs.RemoveContainersAsync(Kind);
        await Programs.DockerAsync(["rmi", .. Enumerable.Range(0, Count).Select(Image)]);
    }

    [IterationSetup(Target = nameof(Cold))]
    public void Forget()
    {
        if (Directory.Exists(Programs.Cache))
        {
            Directory.Delete(Programs.Cache, recursive: true);
        }
    }

    [Benchmark(Baseline = true, Description = "list without looking for shells")]
    public Task Without() => Programs.DebugDeckAsync("list", "--no-shell-check");

    [Benchmark(Description = "list, 50 images never seen")]
    public Task Cold() => Programs.DebugDeckAsync("list");

    [Benchmark(Description = "list, 50 images seen before")]
    public Task Warm() => Programs.DebugDeckAsync("list");
}
