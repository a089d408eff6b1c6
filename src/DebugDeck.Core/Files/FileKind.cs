namespace DebugDeck.Core.Files;

/// <summary>What a path is, without following it.</summary>
public enum FileKind
{
    Regular,
    Directory,
    Link,
    Device,
    Pipe,
    Socket,
}
