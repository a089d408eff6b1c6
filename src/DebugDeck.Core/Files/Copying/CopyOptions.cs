using DebugDeck.Core.Files.Extraction;

namespace DebugDeck.Core.Files.Copying;

/// <summary>How a copy is made.</summary>
public sealed record CopyOptions
{
    /// <summary>What the copy may grow to; nothing by default, since an honest directory may be of any size.</summary>
    public ExtractLimits Limits { get; init; } = new();

    /// <summary>Reports of progress are at least this far apart.</summary>
    public TimeSpan ProgressEvery { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What tells the time between reports.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
