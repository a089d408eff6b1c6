namespace DebugDeck.Practice.Processes;

/// <summary>Where programs are looked for when an image does not say.</summary>
internal static class ProgramPath
{
    public const string Default = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
}
