using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Remembering;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets;
using DebugDeck.Hosting;
using DebugDeck.Output;
using DebugDeck.Terminal;
using DebugDeck.Tui;

namespace DebugDeck.Commands;

/// <summary>Everything that a command gets from outside. Tests give their own; nothing in it does any work before it is used.</summary>
internal sealed record CommandContext
{
    public required OutputPort Out { get; init; }

    public required OutputPort Error { get; init; }

    public required InputPort In { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The environment's variables.</summary>
    public required Func<string, string?> Environment { get; init; }

    public required ProgramPaths Paths { get; init; }

    /// <summary>Opens the hosts that the global options name.</summary>
    public required Func<GlobalOptions, HostCatalogue> OpenHosts { get; init; }

    /// <summary>The contexts of the kubeconfig that the global options name; null where there are none to choose from.</summary>
    public Func<GlobalOptions, IHostSource?> Contexts { get; init; } = _ => null;

    /// <summary>The places where an engine was looked for and none is.</summary>
    public Func<GlobalOptions, IReadOnlyList<HostInfo>> AbsentEngines { get; init; } = _ => [];

    /// <summary>Opens an image that does not run: <c>image://</c> or <c>archive://</c>.</summary>
    public Func<GlobalOptions, TargetAddress, CancellationToken, Task<IImageSource>> OpenImage { get; init; } = (_, address, _) => throw Anatomies.AnatomySource.CannotOpen(address);

    /// <summary>The registries of images, for those who want them asked.</summary>
    public Func<IImageRegistry> OpenRegistry { get; init; } = () => throw new DebugDeckException(ErrorKind.Failed, "registries cannot be asked");

    /// <summary>Opens the way from this program's terminal or streams to a process in a debug container.</summary>
    public Func<DebugTerminal> OpenTerminal { get; init; } = () => new DebugTerminal();

    /// <summary>Shows the screens until the user leaves them.</summary>
    public Func<IReadOnlyList<IContainerHost>, DeckOptions, CancellationToken, Task<int>> RunScreens { get; init; } = DeckApp.RunAsync;

    public GlobalOptions Global { get; init; } = new();

    /// <summary>Looks at what containers and images are made of, and remembers it.</summary>
    public AnatomyLookup Lookup => new(new AnatomyCache(Paths.Cache, Clock), Clock);

    /// <summary>Colours for what is printed on <see cref="Out"/>.</summary>
    public Palette Palette => Palette.For(Out.IsTerminal, Global.NoColor, Environment);

    /// <summary>A remark for the person, beside the answer.</summary>
    public void Note(string text)
    {
        Out.Flush();
        Error.Text.WriteLine(text);
        Error.Flush();
    }
}
