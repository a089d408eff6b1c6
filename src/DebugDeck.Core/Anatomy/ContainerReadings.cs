using DebugDeck.Core.Anatomy.Accounts;
using DebugDeck.Core.Anatomy.Packages;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Anatomy.Shells;

namespace DebugDeck.Core.Anatomy;

/// <summary>What was read out of a container's files: facts, each with what it rests on. Conclusions from several of them are others' business.</summary>
public sealed record ContainerReadings
{
    public EntryPoint EntryPoint { get; init; } = EntryPoint.Unknown;

    /// <summary>The C library of the image.</summary>
    public Libc Libc { get; init; } = Libc.Unknown;

    public ShellFacts Shell { get; init; } = ShellFacts.Unknown;

    public PackageManagerFacts PackageManager { get; init; } = PackageManagerFacts.Unknown;

    public PackageList Packages { get; init; } = PackageList.None;

    public AccountFacts Accounts { get; init; } = AccountFacts.Unknown;

    public TmpFacts Tmp { get; init; } = TmpFacts.Unknown;
}
