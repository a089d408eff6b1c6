namespace DebugDeck.Kubernetes.Exec;

/// <summary>The first byte of every message of an exec stream says what it carries (the remotecommand protocol, versions 4 and 5).</summary>
internal static class ExecChannel
{
    public const byte Input = 0;
    public const byte Output = 1;
    public const byte Error = 2;

    /// <summary>The Status that says how the process ended; it comes last.</summary>
    public const byte Status = 3;

    /// <summary><c>{"Width":80,"Height":24}</c></summary>
    public const byte Resize = 4;

    /// <summary>Ends the channel whose number follows; version 5 only.</summary>
    public const byte Close = 255;
}
