using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary>The kernel's discretionary access rule (<c>generic_permission</c>): owner, group or others, then the capabilities that override them.</summary>
internal static class FilePermissions
{
    private const int AnyExecute = 0b001_001_001;

    public static bool Allow(Credentials caller, Node node, Access wanted)
    {
        var bits = caller.Uid == node.Uid ? node.Mode >> 6 : caller.IsInGroup(node.Gid) ? node.Mode >> 3 : node.Mode;
        return ((int)wanted & ~bits & 7) == 0 || Overrides(caller, node, wanted);
    }

    private static bool Overrides(Credentials caller, Node node, Access wanted)
    {
        var readsOnly = (wanted & Access.Write) == 0 && (node is FolderNode || (wanted & Access.Execute) == 0);
        if (readsOnly && caller.Has(Capabilities.DacReadSearch))
        {
            return true;
        }

        // Even DAC_OVERRIDE does not make a file executable that nobody may execute.
        var executable = node is FolderNode || (wanted & Access.Execute) == 0 || (node.Mode & AnyExecute) != 0;
        return executable && caller.Has(Capabilities.DacOverride);
    }
}
