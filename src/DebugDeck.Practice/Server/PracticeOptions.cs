namespace DebugDeck.Practice.Server;

/// <summary>How a practice cluster is started.</summary>
public sealed record PracticeOptions
{
    /// <summary>The YAML file that describes the world; null for the one that is built in.</summary>
    public string? WorldFile { get; init; }

    /// <summary>This many pods are generated besides those of the world.</summary>
    public int GeneratedPods { get; init; }

    /// <summary>How often, per second, one of the generated pods changes.</summary>
    public double ChangesPerSecond { get; init; }

    /// <summary>The port on loopback; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Where the folder with the kubeconfigs is made; null for the system's folder for temporary files.</summary>
    public string? KubeconfigParent { get; init; }

    /// <summary>The clock of the cluster.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How often a watch that asked for it is told how far it has come.</summary>
    public TimeSpan BookmarkInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many changes of each resource are remembered. A watch that falls further behind gets 410.</summary>
    public int WatchHistory { get; init; } = 10_000;

    /// <summary>Called with a line for each request, when it has been answered.</summary>
    public Action<string>? RequestLog { get; init; }
}
