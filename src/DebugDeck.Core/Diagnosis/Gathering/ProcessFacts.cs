namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>What <c>/proc</c> says about a process. What may not be read is null and named in <see cref="Missing"/>: <c>environ</c> and <c>maps</c> need the right to trace it.</summary>
public sealed record ProcessFacts
{
    /// <summary>Its number in the process namespace that it was read in.</summary>
    public int? Id { get; init; }

    public IReadOnlyList<string>? Command { get; init; }

    /// <summary><c>NAME=VALUE</c>, in order. It is the environment at the start of the program; what it sets itself later does not show.</summary>
    public IReadOnlyList<string>? Environment { get; init; }

    /// <summary>The files that are mapped into it (its program and libraries), each once, in order of their addresses.</summary>
    public IReadOnlyList<string>? MappedFiles { get; init; }

    /// <summary>The fields of <c>status</c> (<c>Uid</c>, <c>Gid</c>, <c>CapEff</c>, <c>VmRSS</c>, …) as written.</summary>
    public IReadOnlyDictionary<string, string>? Status { get; init; }

    /// <summary>What the clock of its node shows; null where that could not be asked.</summary>
    public ClockReading? Clock { get; init; }

    /// <summary>What could not be read and why, one sentence each.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The value of a variable; null if it is not set, or the environment could not be read.</summary>
    public string? Variable(string name) =>
        Environment?.FirstOrDefault(entry => entry.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
