using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Tests.Diagnosis.Coverage;

/// <summary>The ids of rules as they stand in the compiled domain, so that none can be left out.</summary>
internal static partial class RuleIds
{
    /// <summary>Names of checks and ids of the anatomy's findings, which have the same form and their own tests.</summary>
    private static readonly string[] Others = ["dns.name", "musl.traits", "crash.end", "ca.expired", "ca.missing", "ca.unreadable", "tz.missing", "tz.unknown-zone"];

    /// <summary>Put together in the code: <c>ca.{part}-expired</c>.</summary>
    private static readonly string[] Composed = ["ca.leaf-expired", "ca.intermediate-expired", "ca.root-expired"];

    public static IReadOnlyList<string> All()
    {
        using var file = new PEReader(File.OpenRead(typeof(Finding).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var found = new SortedSet<string>(Composed, StringComparer.Ordinal);
        for (var at = MetadataTokens.UserStringHandle(1); !at.IsNil; at = metadata.GetNextHandle(at))
        {
            var text = metadata.GetUserString(at);
            if (Id().IsMatch(text) && !Others.Contains(text))
            {
                found.Add(text);
            }
        }

        return [.. found];
    }

    [GeneratedRegex("^((dns|tz|ca|musl|scratch|permissions|crash)\\.[a-z0-9]+(-[a-z0-9]+)*|permissions)$")]
    private static partial Regex Id();
}
