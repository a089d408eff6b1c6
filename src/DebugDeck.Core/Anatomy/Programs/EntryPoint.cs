using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>The program that a container starts, as its files show it.</summary>
public sealed record EntryPoint
{
    public static EntryPoint Unknown { get; } = new();

    /// <summary>What is started, with its arguments; empty if nobody says.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The program as found (through <c>PATH</c> and the working directory), as the target sees it; null if it was not found.</summary>
    public string? Path { get; init; }

    /// <summary>The file at the end of the links of <see cref="Path"/>.</summary>
    public string? RealPath { get; init; }

    public Linkage Linkage { get; init; }

    /// <summary>The dynamic loader of an ELF file, or the program that a script's first line names; null if it needs none.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The C library that the program was built for; <see cref="LibcKind.None"/> for a static one.</summary>
    public Libc Libc { get; init; } = Libc.Unknown;

    /// <summary>As images call it: <c>amd64</c>, <c>arm64</c>, <c>arm</c>, <c>386</c>, <c>s390x</c>, …; null where it could not be told, or any will do (a script).</summary>
    public string? Architecture { get; init; }

    /// <summary>Of the program itself, or of the one that it starts in turn (<see cref="Launches"/>). Null where nothing could be told.</summary>
    public RuntimeFacts? Runtime { get; init; }

    /// <summary>The libraries that it asks for by name (<c>DT_NEEDED</c>), in order.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    /// <summary>Why it cannot start, or will not do what is expected.</summary>
    public IReadOnlyList<Finding> Problems { get; init; } = [];

    /// <summary>What it starts in turn, where it only does that (<c>tini</c>, an entry script, <c>sh -c</c>); null elsewhere. Its problems are here as well.</summary>
    public EntryPoint? Launches { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
