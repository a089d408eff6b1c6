using System.Reflection;

namespace DebugDeck.Hosting;

/// <summary>The version of the program, with the commit it was built from where the build knew it.</summary>
internal static class ProgramVersion
{
    /// <summary><c>0.1.0 (08ec7dd)</c></summary>
    public static string Text { get; } = Format(
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    internal static string Format(string informational)
    {
        var plus = informational.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? informational : $"{informational[..plus]} ({informational[(plus + 1)..][..Math.Min(7, informational.Length - plus - 1)]})";
    }
}
