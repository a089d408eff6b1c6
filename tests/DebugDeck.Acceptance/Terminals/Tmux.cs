using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace DebugDeck.Acceptance.Terminals;

/// <summary>A tmux server of one test's own, with one session in one window, without anyone's settings.</summary>
internal sealed class Tmux(IReadOnlyDictionary<string, string?> variables)
{
    public static bool IsInstalled { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    private readonly string _server = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];

    public async Task<string> RunAsync(params string[] arguments)
    {
        // Not cancelled with the test: the server has to be ended also then.
        var result = await Cli.Wrap("tmux")
            .WithArguments(["-L", _server, "-f", "/dev/null", .. arguments])
            .WithEnvironmentVariables(builder =>
            {
                foreach (var (name, value) in variables)
                {
                    builder.Set(name, value);
                }
            })
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return result.ExitCode == 0
            ? result.StandardOutput
            : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.StandardError}");
    }
}
