namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>What a program is written in, or runs on: that decides where it looks for certificates, time zones and names.</summary>
/// <param name="Id">Stable, for rules and scripts: one of <see cref="RuntimeIds"/>.</param>
/// <param name="Name">For people: <c>Go</c>, <c>.NET (Native AOT)</c>.</param>
/// <param name="Version">As the runtime writes it (<c>1.24.3</c>, <c>21.0.4</c>); null where the files do not tell.</param>
public sealed record RuntimeFacts(string Id, string Name, string? Version = null)
{
    /// <summary>The main module of a Go program (<c>example.com/shop</c>); null elsewhere.</summary>
    public string? Module { get; init; }

    /// <summary>A Go program that was built with cgo, so that it may ask libc for names and users; null where that is not told or makes no sense.</summary>
    public bool? UsesCgo { get; init; }

    /// <summary>Time zone data is in the program itself (Go's <c>time/tzdata</c>); null where it could not be told.</summary>
    public bool? EmbedsTimeZones { get; init; }

    /// <summary>The directory of the runtime where it has one (<c>/usr/lib/jvm/temurin-21-jre-amd64</c>, <c>/usr/share/dotnet</c>).</summary>
    public string? Home { get; init; }
}
