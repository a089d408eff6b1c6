using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Tests.Access;

/// <summary>What was tried from the debug container for each column of the table.</summary>
internal sealed class MatrixProbes(MatrixScene scene)
{
    private readonly FileView _files = new(scene.Debugger);
    private readonly FileChanges _changes = new(new FileView(scene.Debugger), TimeProvider.System);

    private string Proc => $"/proc/{scene.Target.Pid}";

    private string Root => Proc + "/root";

    public string Measure(string column) => column switch
    {
        "id" => $"{scene.Debugger.Credentials.Uid}:{scene.Debugger.Credentials.Gid}",
        "own" => Owner(),
        "root_ls" => Try(() => _files.List(Root + "/")),
        "applogs_ls" => Try(() => _files.List(Root + "/app/logs")),
        "errlog_0640" => Try(() => Read(Root + "/app/logs/error.log")),
        "config_0640" => Try(() => Read(Root + "/app/config.yaml")),
        "write_tmp" => Try(() => Write(Root + "/tmp/probe")),
        "copyin_exec" => Try(CopyInAndExecute),
        "environ" => Try(() => Read(Proc + "/environ")),
        "exe_copy" => Try(() => Read(Proc + "/exe")),
        "fd_readlink" => Try(() => ReadDescriptors()),
        "maps" => Try(() => Read(Proc + "/maps")),
        "nettcp" => Try(() => Read(Proc + "/net/tcp")),
        "kill0" => Answer(PtraceAccess.MaySignal(scene.Debugger.Credentials, scene.Target.Credentials)),
        "nsenter_mnt" => Answer(EnterRules.MayEnterMounts(scene.Debugger, scene.Target)),
        "chroot" => Answer(EnterRules.MayChangeRoot(scene.Debugger.Credentials) && Try(() => _files.List(Root + "/")) == "yes"),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "not a column of the table"),
    };

    private string Owner()
    {
        var status = Read(Proc + "/status").Split('\n');
        string Field(string name) => status.Single(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split('\t')[1];
        return $"{Field("Uid")}:{Field("Gid")}";
    }

    private void CopyInAndExecute()
    {
        Write(Root + "/tmp/bb");
        _changes.SetMode(Root + "/tmp/bb", 0b111_101_101);
        _files.Demand(_files.Resolve(Root + "/tmp/bb"), Practice.Files.Access.Execute, "bb");
    }

    private void ReadDescriptors()
    {
        foreach (var name in _files.List(Proc + "/fd"))
        {
            _files.ReadLink($"{Proc}/fd/{name}");
        }
    }

    private void Write(string path)
    {
        using var file = _changes.OpenWrite(path, append: false);
        file.Write("x"u8);
    }

    private string Read(string path)
    {
        using var reader = new StreamReader(_files.OpenRead(path));
        return reader.ReadToEnd();
    }

    private static string Try(Action attempt)
    {
        try
        {
            attempt();
            return "yes";
        }
        catch (FileException)
        {
            return "NO";
        }
    }

    private static string Answer(bool allowed) => allowed ? "yes" : "NO";
}
