namespace DebugDeck.Practice.Files;

/// <summary>What someone wants to do with a file or directory.</summary>
[Flags]
internal enum Access
{
    None = 0,
    Execute = 1,
    Write = 2,
    Read = 4,
}
