using System.Collections.Frozen;

namespace DebugDeck.Practice.Commands;

/// <summary>All programs. A program that is added here is found by every image that names it.</summary>
internal static class CommandList
{
    /// <summary>The applets of busybox 1.35, as far as the practice world has them.</summary>
    private static readonly ICommand[] Applets =
    [
        new BasenameCommand(), new CatCommand(), new ChmodCommand(), new ChownCommand(), new ChrootCommand(), new ClearCommand(), new CpCommand(),
        new CutCommand(), new DateCommand(), new DdCommand(), new DfCommand(), new DirnameCommand(), new DuCommand(), new EchoCommand(),
        new EnvCommand(), new FalseCommand(), new FindCommand(), new FreeCommand(), new GrepCommand(), new HeadCommand(),
        new HexdumpCommand(), new HostnameCommand(), new IdCommand(), new KillCommand(), new LnCommand(), new LsCommand(),
        new MkdirCommand(), new MountCommand(), new MvCommand(), new NsenterCommand(),
        new NcCommand(), new NetstatCommand(), new NslookupCommand(), new OdCommand(), new PidofCommand(), new PrintfCommand(), new PsCommand(), new PwdCommand(),
        new ReadlinkCommand(), new RmCommand(), new SedCommand(), new SeqCommand(), new ShCommand(), new ShaCommand(), new SleepCommand(),
        new SortCommand(), new StatCommand(), new SttyCommand(), new TailCommand(), new TarCommand(), new TeeCommand(), new TestCommand(),
        new TimeoutCommand(), new TouchCommand(), new TrCommand(), new TrueCommand(), new UnameCommand(), new UniqCommand(),
        new UptimeCommand(), new WcCommand(), new WgetCommand(), new WhichCommand(), new WhoamiCommand(), new XargsCommand(),
        new YesCommand(),
    ];

    /// <summary>What netshoot has besides.</summary>
    private static readonly ICommand[] NetworkTools =
        [new CurlCommand(), new DigCommand(), new IpCommand(), new OpensslCommand(), new SsCommand()];

    private static readonly FrozenDictionary<string, ICommand> ByName = Applets.Concat(NetworkTools).Append(new ApplicationCommand())
        .SelectMany(command => command.Names.Select(name => (name, command)))
        .ToFrozenDictionary(entry => entry.name, entry => entry.command);

    /// <summary>The program that is many.</summary>
    public static ICommand Busybox { get; } = new BusyboxCommand();

    /// <summary>The names of the applets, for the links in <c>/bin</c>.</summary>
    public static IReadOnlyList<string> AppletNames { get; } = [.. Applets.SelectMany(applet => applet.Names).Order(StringComparer.Ordinal)];

    public static ICommand? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The applet of a name; null if busybox has none.</summary>
    public static ICommand? FindApplet(string name) => AppletNames.Contains(name) ? ByName.GetValueOrDefault(name) : null;
}
