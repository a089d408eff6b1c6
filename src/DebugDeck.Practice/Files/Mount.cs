namespace DebugDeck.Practice.Files;

/// <summary>A file system mounted in a container's tree.</summary>
/// <param name="Source">The device, or what stands for it.</param>
/// <param name="Type">The file system type.</param>
/// <param name="ReadOnly">Nobody may change it, not even root.</param>
/// <param name="Options">More mount options.</param>
internal sealed record Mount(string Source, string Type, bool ReadOnly = false, string Options = "relatime")
{
    /// <summary>The options as <c>/proc/mounts</c> lists them.</summary>
    public string AllOptions => (ReadOnly ? "ro," : "rw,") + Options;
}
