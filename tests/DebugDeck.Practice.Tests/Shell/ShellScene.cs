using System.Text;
using DebugDeck.Practice.Commands;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Lifecycle;
using DebugDeck.Practice.Network;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Tests.Shell;

/// <summary>A practice container with busybox and a few files, in which scripts are run.</summary>
internal sealed class ShellScene
{
    public const string Home = "/home/scene";

    public static DateTimeOffset Modified { get; } = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["HOME"] = "/home/scene",
        ["GREETING"] = "hello world",
        ["TZ"] = "UTC0",
    };

    public static IReadOnlyList<SceneFile> Files { get; } =
    [
        new("fruit.txt", "apple\nbanana\ncherry\nBanana\napple\ndate\n"),
        new("numbers.txt", "10\n9\n2\n33\n1\n"),
        new("table.csv", "name:age:city\nann:30:Oslo\nbob:25:Rome\ncid:41:Lima\n"),
        new("app.log", "INFO start\nERROR dial tcp: no such host\nINFO retry 1\nERROR timeout\nINFO done\n"),
        new("empty"),
        new("no-end.txt", "one\ntwo"),
        new("words.txt", "the quick  brown\tfox\njumps over\n"),
        new("dir/a.conf", "a=1\n"),
        new("dir/b.conf", "b=2\n"),
        new("dir/sub/c.txt", "deep\n"),
        new("dir/.hidden", "secret\n"),
        new("link", Link: "fruit.txt"),
        new("dangling", Link: "nowhere"),
        new("script.sh", "echo \"script: $0 $# $1\"\n", 0b111_101_101),
        new("sp ace.txt", "spaced\n"),
    ];

    public ShellScene(Credentials? credentials = null)
    {
        var root = new TreeFolder();
        MachineAssembly.MountAt(Empty(root), Home, Lay());
        var bin = new TreeFolder();
        bin.Put("busybox", new FileNode(ProgramImage.Of(ProgramImage.Busybox), 0b111_101_101));
        foreach (var name in CommandList.AppletNames)
        {
            bin.Put(name, new LinkNode("busybox"));
        }

        root.Put("bin", bin);
        var etc = new TreeFolder();
        etc.Put("passwd", new FileNode(new BytesContent("root:x:0:0:root:/root:/bin/sh\n")));
        root.Put("etc", etc);
        root.Put("tmp", new TreeFolder(0b001_111_111_111));
        Machine = MachineAssembly.Assemble(root, "scene", new PidNamespace(new PidNamespace()), new PodNetwork(), TimeProvider.System, "/kubepods/scene");
        Main = ProcessStart.Start(Machine, credentials ?? Credentials.Root, ["/bin/sleep", "infinity"], Environment, Home);
    }

    public Machine Machine { get; }

    public Process Main { get; }

    public Task<ShellResult> RunAsync(string script, string input = "", CancellationToken? cancellationToken = null) =>
        RunCommandAsync(["/bin/sh", "-c", script], input, cancellationToken);

    public async Task<ShellResult> RunCommandAsync(IReadOnlyList<string> command, string input = "", CancellationToken? cancellationToken = null)
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        var streams = new StreamTable(new MemoryStream(Encoding.UTF8.GetBytes(input)), Stream.Synchronized(output), Stream.Synchronized(errors));
        var status = await ProgramLauncher.RunAsync(
            Main, new ProgramStart(command, Environment, streams, "/bin"), cancellationToken ?? TestContext.Current.CancellationToken);
        return new ShellResult(Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()), status);
    }

    private static Machine Empty(TreeFolder root) =>
        new() { Root = root, Hostname = "scene", Pids = new PidNamespace(), Clock = TimeProvider.System };

    private static TreeFolder Lay()
    {
        var home = new TreeFolder { ModifiedAt = Modified };
        foreach (var file in Files)
        {
            var parts = file.Path.Split('/');
            var folder = home;
            foreach (var part in parts[..^1])
            {
                if (folder.Find(part) is not TreeFolder next)
                {
                    next = new TreeFolder { ModifiedAt = Modified };
                    folder.Put(part, next);
                }

                folder = next;
            }

            Node node = file.Link is { } target ? new LinkNode(target) : new FileNode(new BytesContent(file.Content), file.Mode);
            node.ModifiedAt = Modified;
            folder.Put(parts[^1], node);
        }

        return home;
    }
}
