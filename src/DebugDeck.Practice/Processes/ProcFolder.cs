using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary>A <c>/proc</c> for one process namespace.</summary>
internal sealed class ProcFolder : FolderNode
{
    private readonly PidNamespace _pids;
    private readonly SortedDictionary<string, Node> _fixed = new(StringComparer.Ordinal);

    public ProcFolder(PidNamespace pids, Machine machine)
    {
        _pids = pids;
        Mode = 0b101_101_101;
        Mount = new Mount("proc", "proc", Options: "nosuid,nodev,noexec,relatime");
        _fixed["self"] = new SelfLink(pids);
        _fixed["thread-self"] = new SelfLink(pids, "/task");
        _fixed["mounts"] = new LinkNode("self/mounts");
        _fixed["net"] = new LinkNode("self/net");
        foreach (var (name, text) in KernelFiles.For(machine))
        {
            _fixed[name] = new ProcFile(text);
        }

        _fixed["sys"] = KernelFiles.Settings(machine);
        if (_fixed["sys"] is FolderNode sys)
        {
            (sys.Parent, sys.Name) = (this, "sys");
        }
    }

    public override long Size => 0;

    public override Node? Find(string name)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
        {
            return _fixed.GetValueOrDefault(name);
        }

        return _pids.Find(pid) is { } process ? new ProcessFolder(process, pid, _pids, this) : null;
    }

    public override IReadOnlyList<string> Names() =>
        [.. _pids.Processes.Select(entry => entry.Pid.ToString(CultureInfo.InvariantCulture)), .. _fixed.Keys];
}
