using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DebugDeck.Benchmarks.Setting;

/// <summary>
/// tmux in control mode: a real terminal (it answers what programs ask of it) that reports every byte a program writes the moment it does,
/// so that nothing is polled.
/// </summary>
internal sealed class WatchedTerminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process _tmux;
    private readonly StringBuilder _seen = new();

    private WatchedTerminal(Process tmux) => _tmux = tmux;

    public static async Task<WatchedTerminal> OpenAsync()
    {
        var start = new ProcessStartInfo("tmux") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in Programs.Variables)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("TMUX");
        var socket = string.Create(CultureInfo.InvariantCulture, $"ddbench-{Environment.ProcessId}");
        foreach (var argument in (string[])["-L", socket, "-f", "/dev/null", "-C", "new-session", "-x", "160", "-y", "45", "echo ready; exec cat"])
        {
            start.ArgumentList.Add(argument);
        }

        var terminal = new WatchedTerminal(Process.Start(start)!);
        await terminal.WaitForAsync("ready");
        await terminal.SendAsync("set-option -g default-terminal tmux-256color");
        return terminal;
    }

    /// <summary>Runs a command in a new window and waits until it has written the text.</summary>
    public async Task OpenWindowAsync(string command, string text)
    {
        _seen.Clear();
        await SendAsync($"new-window '{command}'");
        await WaitForAsync(text);
    }

    /// <summary>Ends the program of the newest window.</summary>
    public void CloseWindow()
    {
        _tmux.StandardInput.WriteLine("kill-window");
        _tmux.StandardInput.Flush();
        while (_tmux.StandardOutput.ReadLine()?.Contains("window-close ", StringComparison.Ordinal) == false)
        {
            // What it says until then is the end of the program.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await SendAsync("kill-server");
        await _tmux.WaitForExitAsync();
        _tmux.Dispose();
    }

    private async Task SendAsync(string line)
    {
        await _tmux.StandardInput.WriteLineAsync(line);
        await _tmux.StandardInput.FlushAsync();
    }

    private async Task WaitForAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await _tmux.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            // "%output %3 DATA": what a program wrote, in pieces.
            if (line.Split(' ', 3) is ["%output", _, var data] && _seen.Append(data).ToString().Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"tmux ended before it showed {text}");
    }
}
