using System.Globalization;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>Puts lists together.</summary>
internal static class PackageLists
{
    /// <summary>A hostile database must not fill the memory: real images have some hundred packages.</summary>
    public const int Most = 20_000;

    public static PackageList Of(string manager, PackageDatabaseFormat format, string path, IEnumerable<(string Name, string Version)> packages, string? problem = null)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, version) in packages)
        {
            if (versions.Count == Most)
            {
                problem ??= string.Create(CultureInfo.InvariantCulture, $"it has more than {Most} packages; the rest was left out");
                break;
            }

            versions[name] = version;
        }

        var count = string.Create(CultureInfo.InvariantCulture, $"{versions.Count} packages");
        return new PackageList
        {
            Manager = manager,
            Format = format,
            Path = path,
            Packages = versions,
            Problem = problem,
            Confidence = Confidence.High,
            Evidence = [new Evidence("file", path, problem is null ? count : $"{count}; {problem}")],
        };
    }

    /// <summary>A database that is there but cannot be read.</summary>
    public static PackageList Unreadable(string manager, PackageDatabaseFormat format, string path, string problem) => Of(manager, format, path, [], problem);
}
