using System.Text;
using DebugDeck.Commands;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Images;
using DebugDeck.Hosting;
using DebugDeck.Output;
using DebugDeck.Terminal;
using DebugDeck.TestKit;
using DebugDeck.Tui;
using Microsoft.Extensions.Time.Testing;

namespace DebugDeck.Tests.Commands;

/// <summary>Runs command lines against scripted hosts and keeps what they print.</summary>
internal sealed class CommandBench(params IContainerHost[] hosts)
{
    /// <summary>The moment at which every command runs.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A person sits at all three streams.</summary>
    public bool IsTerminal { get; init; }

    public int Columns { get; init; } = 80;

    public string Input { get; init; } = "";

    public Dictionary<string, string> Environment { get; } = [];

    public FakeTimeProvider Clock { get; } = new(Now);

    /// <summary>What the output goes to, where the test brings its own.</summary>
    public Stream? OutputStream { get; init; }

    // Nothing can be written below a device, whoever runs the tests.
    public ProgramPaths Paths { get; init; } = new("/nowhere/config", "/dev/null/cache");

    public IReadOnlyList<HostInfo> AbsentEngines { get; init; } = [];

    public Func<DebugTerminal> OpenTerminal { get; init; } = () => new DebugTerminal(new PlainDevice(""));

    /// <summary>What the screens were opened with.</summary>
    public DeckOptions? Screens { get; private set; }

    public GlobalOptions? OpenedWith { get; private set; }

    public async Task<CommandResult> RunAsync(params string[] arguments) =>
        await RunAsync(TestContext.Current.CancellationToken, arguments);

    public async Task<CommandResult> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var code = await CommandLine.RunAsync(arguments, Context(OutputStream ?? output, error), cancellationToken);
        return new CommandResult(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>The images that <c>image://</c> and <c>archive://</c> open, by name.</summary>
    public Dictionary<string, IImageSource> Images { get; } = [];

    public IImageRegistry Registry { get; init; } = new FakeRegistry();

    public CommandContext Context(Stream output, Stream error) => new()
    {
        OpenImage = (_, address, _) => Task.FromResult(Images[address.Name]),
        OpenRegistry = () => Registry,
        Out = new OutputPort(output, IsTerminal, Columns),
        Error = new OutputPort(error, IsTerminal, Columns),
        In = new InputPort(() => new MemoryStream(Encoding.UTF8.GetBytes(Input)), IsTerminal),
        Clock = Clock,
        Environment = Environment.GetValueOrDefault,
        Paths = Paths,
        AbsentEngines = _ => AbsentEngines,
        OpenTerminal = OpenTerminal,
        RunScreens = (_, options, _) =>
        {
            Screens = options;
            return Task.FromResult(0);
        },
        OpenHosts = options =>
        {
            OpenedWith = options;
            return new HostCatalogue(hosts);
        },
    };
}
