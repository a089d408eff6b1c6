namespace DebugDeck.Core.Targets.Details;

/// <summary>An image's configuration, as the OCI image specification has it.</summary>
public sealed record ImageFacts
{
    /// <summary>The reference it was looked up by.</summary>
    public required string Reference { get; init; }

    /// <summary>The digest of the repository (<c>sha256:…</c>) where known, else the engine's id.</summary>
    public string Digest { get; init; } = "";

    /// <summary>As the config says; 1970 and 1980 are reproducible builds that do not say.</summary>
    public DateTimeOffset? Created { get; init; }

    public long? SizeBytes { get; init; }

    public string Os { get; init; } = "";

    public string Architecture { get; init; } = "";

    public string? Variant { get; init; }

    public string User { get; init; } = "";

    public string WorkingDirectory { get; init; } = "";

    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    public IReadOnlyList<string> Cmd { get; init; } = [];

    /// <summary><c>NAME=VALUE</c>, in order.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The commands that built it, oldest first, where known.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    public int? Layers { get; init; }
}
