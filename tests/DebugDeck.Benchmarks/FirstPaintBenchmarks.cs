using BenchmarkDotNet.Attributes;
using DebugDeck.Benchmarks.Setting;

namespace DebugDeck.Benchmarks;

/// <summary>From the start of the program to what a user sees of it, in a real terminal of 160x45 (tmux).</summary>
public class FirstPaintBenchmarks
{
    private const string Kind = "paint";

    private WatchedTerminal _terminal = null!;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        await Programs.RemoveContainersAsync(Kind);
        await Programs.DockerAsync("create", "--network", "none", "--name", Programs.Name(Kind, 0), "ddtest/scratch-static");
        await Programs.DebugDeckAsync("list");
        _terminal = await WatchedTerminal.OpenAsync();
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _terminal.DisposeAsync();
        await Programs.RemoveContainersAsync(Kind);
    }

    [IterationCleanup]
    public void EndProgram() => _terminal.CloseWindow();

    [Benchmark(Baseline = true, Description = "a window with echo")]
    public Task Nothing() => _terminal.OpenWindowAsync("echo DebugDeck; exec cat", "DebugDeck");

    [Benchmark(Description = "debugdeck, the first paint")]
    public Task FirstPaint() => _terminal.OpenWindowAsync("exec " + Programs.DebugDeck, "DebugDeck");

    [Benchmark(Description = "debugdeck, the first container")]
    public Task FirstRow() => _terminal.OpenWindowAsync("exec " + Programs.DebugDeck, Programs.Name(Kind, 0));
}
