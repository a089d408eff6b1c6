namespace DebugDeck.Practice.Lifecycle;

/// <summary>How a program of the world lives: what it logs, and when and how it ends.</summary>
internal sealed record LifeScript
{
    public static LifeScript Quiet { get; } = new();

    /// <summary>Logged when it starts.</summary>
    public IReadOnlyList<string> Start { get; init; } = [];

    /// <summary>Logged again and again after that, one line each <see cref="Every"/>.</summary>
    public IReadOnlyList<string> Repeat { get; init; } = [];

    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When it ends by itself; null if it goes on.</summary>
    public TimeSpan? ExitAfter { get; init; }

    public int ExitCode { get; init; }

    /// <summary>The kernel ends it for want of memory.</summary>
    public bool OutOfMemory { get; init; }

    /// <summary>How often it has been restarted before the world begins.</summary>
    public int Restarts { get; init; }

    /// <summary>The program changed its user itself, so the kernel forbids looking into it.</summary>
    public bool ForbidsDumping { get; init; }

    /// <summary>Files that the program has open, by path.</summary>
    public IReadOnlyList<string> OpenFiles { get; init; } = [];
}
