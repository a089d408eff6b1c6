using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using DebugDeck.Acceptance.Terminals;
using DebugDeck.TestKit;

namespace DebugDeck.Acceptance.Setting;

/// <summary>
/// What one test needs: the built program, a home of its own, containers on the test engine, terminals.
/// All of it is gone when the test is over.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ddacc-");
    private readonly List<string> _containers = [];
    private readonly List<Terminal> _terminals = [];

    /// <param name="endpoint">The engine that the program is pointed at; the test engine where there is none.</param>
    public Stage(string? endpoint = null)
    {
        Program = BuiltProgram.Require();
        Endpoint = endpoint ?? TestEngine.Require();
    }

    public string Program { get; }

    public string Endpoint { get; }

    /// <summary>An empty folder, to copy into.</summary>
    public string Folder => _folder.FullName;

    /// <summary>A prefix that no other test's containers have; short, so that names fit into a table on 80 columns.</summary>
    public string Prefix { get; } = "a" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..6];

    /// <summary>Starts a container on the test engine; the name gets the prefix of the stage.</summary>
    public async Task<string> RunContainerAsync(string name, string image, params string[] arguments)
    {
        var full = $"{Prefix}-{name}";
        _containers.Add(full);
        // Without a network of its own: these tests do not need one, and it is what costs the time.
        await TestEngine.DockerAsync(["run", "--detach", "--network", "none", "--name", full, image, .. arguments]);
        return full;
    }

    /// <summary>The ids of the debug containers for the containers of this stage.</summary>
    public async Task<IReadOnlyList<string>> DebugContainersAsync()
    {
        var all = await TestEngine.DockerAsync(
            "ps", "--all", "--filter", "label=io.debugdeck.session", "--format", "{{.ID}} {{.Label \"io.debugdeck.target-address\"}}");
        return [.. all.Split('\n').Where(line => line.Contains(Prefix, StringComparison.Ordinal)).Select(line => line.Split(' ')[0])];
    }

    /// <summary>Runs the program to its end, without a terminal.</summary>
    public Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunAsync(PipeSource.Null, arguments);

    /// <summary>Runs the program to its end with this standard input.</summary>
    public async Task<BufferedCommandResult> RunAsync(PipeSource input, params string[] arguments) =>
        await Command(arguments).WithStandardInputPipe(input).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

    /// <summary>The program with these arguments in the environment of the stage, not yet started.</summary>
    public Command Command(params string[] arguments) => Cli.Wrap(Program)
        .WithArguments(arguments)
        .WithWorkingDirectory(Folder)
        .WithEnvironmentVariables(Variables())
        .WithValidation(CommandResultValidation.None);

    /// <summary>Opens a terminal with a shell at its prompt, where <c>debugdeck</c> is the program.</summary>
    public async Task<Terminal> OpenTerminalAsync(int columns = 80, int rows = 24)
    {
        var terminal = await Terminal.OpenAsync(columns, rows, Folder, Variables());
        _terminals.Add(terminal);
        return terminal;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var terminal in _terminals)
        {
            await terminal.DisposeAsync();
        }

        if (_containers.Count > 0)
        {
            await TestEngine.DockerAsync(["rm", "--force", "--volumes", .. await DebugContainersAsync(), .. _containers]);
        }

        _folder.Delete(recursive: true);
    }

    private Dictionary<string, string?> Variables() => new(StringComparer.Ordinal)
    {
        ["HOME"] = Folder,
        ["XDG_CACHE_HOME"] = Path.Combine(Folder, ".cache"),
        ["XDG_CONFIG_HOME"] = Path.Combine(Folder, ".config"),
        ["XDG_RUNTIME_DIR"] = Path.Combine(Folder, ".run"),
        ["DOCKER_HOST"] = Endpoint,
        // No cluster: the file is not there.
        ["KUBECONFIG"] = Path.Combine(Folder, ".kube", "config"),
        ["PATH"] = $"{Path.GetDirectoryName(Program)}:{Environment.GetEnvironmentVariable("PATH")}",
        ["NO_COLOR"] = null,
        ["LANG"] = "C.UTF-8",
        ["TMUX"] = null,
        ["TMUX_TMPDIR"] = Folder,
    };
}
